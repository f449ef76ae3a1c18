// SPDX-FileCopyrightText: 2026 The Twinbook authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HighLevel's own SDK does a day's work at the address it is given. Nothing of it is changed but
// the base address: its constructor has no option for that, so it is set at the HTTP client that
// the SDK shows for such purposes (getHttpClient()). The Version header is the SDK's own choice.
//
// Reads one line {"url", "token", "locationId"} from standard input, prints one line
// {"operation", "ok", "status", "note"} for each call (note: the reply's members, or what the SDK
// says went wrong), {"methods": {"contacts": […]}} with what the SDK's services can do, and at last
// {"left": {…}} with the ids of what it has left behind.

import { createInterface } from 'node:readline';
import { HighLevel } from '@gohighlevel/api-client';

const place = await new Promise((resolve) => {
    createInterface({ input: process.stdin }).once('line', (line) => resolve(JSON.parse(line)));
});
const { locationId } = place;
const sdk = new HighLevel({ privateIntegrationToken: place.token, logLevel: 'none' });
const http = sdk.getHttpClient();
http.defaults.baseURL = place.url;
let status = 0;
http.interceptors.response.use((response) => {
    status = response.status;
    return response;
});

const print = (object) => process.stdout.write(`${JSON.stringify(object)}\n`);

// Makes one call, "contacts.createNote"; its reply, or an empty object if it failed. The part
// behind a blank only tells calls of the same operation apart.
const call = async (operation, ...args) => {
    const [service, method] = operation.split(' ')[0].split('.');
    status = 0;
    try {
        const reply = await sdk[service][method](...args);
        const note = Object.keys(reply).filter((member) => member !== 'traceId').sort().join(' ');
        print({ operation, ok: true, status, note });
        return reply;
    } catch (error) {
        print({ operation, ok: false, status: error.statusCode ?? 0, note: error.message });
        return error.response ?? {};
    }
};

const checkThat = (operation, holds, note) => {
    if (!holds) print({ operation, ok: false, status: -1, note });
};

const workOnContacts = async (ids) => {
    const created = await call('contacts.createContact', {
        locationId, firstName: 'Ada', lastName: 'Quill', email: 'Ada.Quill@example.com',
        phone: '+442071838750', companyName: 'Quill & Co', tags: ['Member'], source: 'sdk',
        customFields: [{ id: ids.field, field_value: 'of-17' }],
    });
    ids.contact = created.contact?.id;
    const one = { contactId: ids.contact };
    const again = await call('contacts.createContact again', { locationId, email: 'ada.quill@example.com' });
    checkThat('contacts.createContact again', again.meta?.contactId === ids.contact, 'meta.contactId');
    await call('contacts.createContact wrong', { locationId, surname: 'Quill' });
    const read = await call('contacts.getContact', one);
    checkThat('contacts.getContact', read.contact?.customFields?.[0]?.value === 'of-17', 'customFields');
    await call('contacts.getContact nobody', { contactId: 'nobody' });
    await call('contacts.updateContact', one, {
        firstName: 'Ada', lastName: 'Quill-Byrne', phone: '+442071838751', city: 'London', dnd: false,
    });
    await call('contacts.updateContact cleared', one, { city: null });
    const upserted = await call('contacts.upsertContact', {
        locationId, email: 'ada.quill@example.com', companyName: 'Byrne Works',
    });
    checkThat('contacts.upsertContact', upserted.new === false && upserted.contact?.id === ids.contact, 'new');
    const second = await call('contacts.upsertContact new', { locationId, firstName: 'Ben', email: 'ben@example.com' });
    checkThat('contacts.upsertContact new', second.new === true, 'new');
    ids.second = second.contact?.id;
    const known = await call('contacts.getDuplicateContact', { locationId, number: '+442071838751' });
    checkThat('contacts.getDuplicateContact', known.contact?.id === ids.contact, 'contact');
    const found = await call('contacts.searchContactsAdvanced', {
        locationId, pageLimit: 20, page: 1,
        filters: [{ field: 'email', operator: 'eq', value: 'ada.quill@example.com' }],
        sort: [{ field: 'dateUpdated', direction: 'desc' }],
    });
    checkThat('contacts.searchContactsAdvanced', found.contacts?.[0]?.id === ids.contact, 'contacts');
    await call('contacts.searchContactsAdvanced wrong', { locationId, pageLimit: 20,
        filters: [{ field: 'contact_name', operator: 'eq', value: 'Ada' }] });
    const page = await call('contacts.getContacts', { locationId, limit: 5 });
    const next = await call('contacts.getContacts next', { locationId, limit: 5,
        startAfterId: page.meta?.startAfterId, startAfter: page.meta?.startAfter });
    checkThat('contacts.getContacts next',
        next.contacts?.length > 0 && !next.contacts.some(({ id }) => page.contacts.some((seen) => seen.id === id)),
        'the same people again');
};

const workOnTasksAndNotes = async (ids) => {
    const one = { contactId: ids.contact };
    const task = await call('contacts.createTask', one, {
        title: 'Send the contract', body: 'two pages', dueDate: '2026-12-01T09:00:00Z', completed: false,
        assignedTo: ids.user,
    });
    const oneTask = { ...one, taskId: task.task?.id };
    ids.task = task.task?.id;
    await call('contacts.createTask wrong', one, { title: 'No date', completed: false });
    await call('contacts.getTask', oneTask);
    await call('contacts.updateTask', oneTask, { title: 'Send both contracts', dueDate: '2026-12-02T09:00:00Z' });
    const done = await call('contacts.updateTaskCompleted', oneTask, { completed: true });
    checkThat('contacts.updateTaskCompleted', done.task?.completed === true, 'completed');
    const extra = await call('contacts.createTask', one, {
        title: 'Forget this', dueDate: '2026-12-03T09:00:00Z', completed: false });
    const all = await call('contacts.getAllTasks', one);
    checkThat('contacts.getAllTasks', all.tasks?.length === 2, 'tasks');
    const swept = await call('locations.taskSearch', { locationId }, { contactId: [ids.contact], completed: true });
    checkThat('locations.taskSearch', swept.tasks?.length === 1, 'tasks');
    await call('contacts.deleteTask', { ...one, taskId: extra.task?.id });
    await call('contacts.getTask gone', { ...one, taskId: extra.task?.id });

    const note = await call('contacts.createNote', one, { body: 'Prefers the quiet room', userId: ids.user });
    ids.note = note.note?.id;
    const oneNote = { ...one, id: ids.note };
    await call('contacts.getNote', oneNote);
    await call('contacts.updateNote', oneNote, { body: 'Prefers the quiet room upstairs' });
    const scrap = await call('contacts.createNote', one, { body: 'scrap' });
    await call('contacts.deleteNote', { ...one, id: scrap.note?.id });
    const notes = await call('contacts.getAllNotes', one);
    checkThat('contacts.getAllNotes', notes.notes?.length === 1, 'notes');
};

const workOnTags = async (ids) => {
    const one = { contactId: ids.contact };
    const added = await call('contacts.addTags', one, { tags: ['VIP', 'Newsletter'] });
    checkThat('contacts.addTags', added.tags?.includes('vip'), 'tags');
    // A DELETE with a body.
    const removed = await call('contacts.removeTags', one, { tags: ['newsletter'] });
    checkThat('contacts.removeTags', !removed.tags?.includes('newsletter'), 'tags');
    await call('contacts.createAssociation', { type: 'add' },
        { contacts: [ids.contact, ids.second], tags: ['bulk'], locationId });
    const tag = await call('locations.createTag', { locationId }, { name: 'From the SDK' });
    const oneTag = { locationId, tagId: tag.tag?.id };
    await call('locations.getTagById', oneTag);
    await call('locations.updateTag', oneTag, { name: 'renamed by the sdk' });
    await call('locations.getLocationTags', { locationId });
    await call('locations.deleteTag', oneTag);
    await call('locations.getTagById gone', oneTag);
};

const workOnFields = async (ids) => {
    const field = await call('locations.createCustomField', { locationId },
        { name: 'OfficeRnD number', dataType: 'TEXT', model: 'contact' });
    ids.field = field.customField?.id;
    const one = { locationId, id: ids.field };
    await call('locations.getCustomField', one);
    await call('locations.updateCustomField', one, { name: 'OfficeRnD id' });
    const fields = await call('locations.getCustomFields', { locationId, model: 'contact' });
    checkThat('locations.getCustomFields', fields.customFields?.some(({ name }) => name === 'OfficeRnD id'), 'name');
    const scrap = await call('locations.createCustomField', { locationId }, { name: 'Scrap', dataType: 'TEXT' });
    await call('locations.deleteCustomField', { locationId, id: scrap.customField?.id });
    const value = await call('locations.createCustomValue', { locationId }, { name: 'Door code', value: '0000' });
    const oneValue = { locationId, id: value.customValue?.id };
    await call('locations.getCustomValue', oneValue);
    await call('locations.updateCustomValue', oneValue, { name: 'Door code', value: '1111' });
    await call('locations.getCustomValues', { locationId });
    await call('locations.deleteCustomValue', oneValue);
    const files = new FormData();
    files.append(`${ids.field}_1`, new Blob(['three words here'], { type: 'text/plain' }), 'a.txt');
    const stored = await call('locations.uploadFileCustomFields', { locationId }, files,
        { headers: { 'Content-Type': 'multipart/form-data' } });
    checkThat('locations.uploadFileCustomFields', stored.uploadedFiles?.['a.txt'], 'uploadedFiles');
};

// The second edition of custom fields: those of companies, in folders.
const workOnCompanyFields = async () => {
    const folder = await call('customFields.createCustomFieldFolder',
        { objectKey: 'business', name: 'Building', locationId });
    const one = { id: folder.id };
    await call('customFields.updateCustomFieldFolder', one, { name: 'The building', locationId });
    const field = await call('customFields.createCustomField', { name: 'Floor', dataType: 'TEXT',
        fieldKey: 'business.floor', objectKey: 'business', parentId: folder.id, showInForms: true, locationId });
    const oneField = { id: field.field?.id };
    await call('customFields.updateCustomField', oneField, { name: 'Storey', showInForms: true, locationId });
    const read = await call('customFields.getCustomFieldById', oneField);
    checkThat('customFields.getCustomFieldById', read.field?.name === 'Storey', 'name');
    const all = await call('customFields.getCustomFieldsByObjectKey', { objectKey: 'business', locationId });
    checkThat('customFields.getCustomFieldsByObjectKey', all.fields?.length === 1, 'fields');
    await call('customFields.deleteCustomField', oneField);
    await call('customFields.deleteCustomFieldFolder', { ...one, locationId });
};

const workOnRecurringTasks = async (ids) => {
    const made = await call('locations.createRecurringTask', { locationId }, {
        title: 'Water the plants', contactIds: [ids.second], owners: [ids.user],
        rruleOptions: { intervalType: 'weekly', interval: 1, startDate: '2026-12-01T09:00:00Z', dueAfterSeconds: 3600 },
    });
    const one = { locationId, id: made.recurringTask?.id };
    const tasks = await call('contacts.getAllTasks', { contactId: ids.second });
    checkThat('locations.createRecurringTask', tasks.tasks?.length === 1, 'no task');
    await call('locations.updateRecurringTask', one, { title: 'Feed the fish' });
    const read = await call('locations.getRecurringTaskById', one);
    checkThat('locations.getRecurringTaskById', read.recurringTask?.title === 'Feed the fish', 'title');
    await call('locations.deleteRecurringTask', one);
};

const workOnTemplates = async () => {
    const all = await call('locations.gETAllOrEmailSmsTemplates', { locationId, originId: locationId });
    await call('locations.dELETEAnEmailSmsTemplate', { locationId, id: all.templates?.[0]?.id });
};

// What a service of the SDK can do.
const methodsOf = (service) => Object.getOwnPropertyNames(Object.getPrototypeOf(sdk[service]))
    .filter((name) => name !== 'constructor');

const lookAround = async (ids) => {
    const location = await call('locations.getLocation', { locationId });
    ids.company = location.location?.companyId;
    await call('locations.searchLocations', { companyId: ids.company, limit: '5' });
    await call('locations.getTimezones', { locationId });
    const users = await call('users.searchUsers', { companyId: ids.company, locationId, limit: '5' });
    ids.user = users.users?.[0]?.id;
    await call('users.filterUsersByEmail', { companyId: ids.company, emails: users.users?.[0]?.email });
    await call('users.getUser', { userId: ids.user });
    await call('users.getUserByLocation', { locationId });
    ids.campaign = (await call('campaigns.getCampaigns', { locationId })).campaigns?.[0]?.id;
    ids.workflow = (await call('workflows.getWorkflow', { locationId })).workflows?.[0]?.id;
    ids.calendar = (await call('calendars.getCalendars', { locationId })).calendars?.[0]?.id;
    await call('calendars.getCalendar', { calendarId: ids.calendar });
};

const workOnBusinesses = async (ids) => {
    const created = await call('businesses.createBusiness', { name: 'Byrne Works', locationId, city: 'London' });
    ids.business = (created.buiseness ?? created.business)?.id;
    const one = { businessId: ids.business };
    await call('businesses.getBusiness', one);
    await call('businesses.updateBusiness', one, { name: 'Byrne Works Ltd' });
    await call('businesses.getBusinessesByLocation', { locationId });
    await call('contacts.addRemoveContactFromBusiness', { locationId, ids: [ids.contact], ...one });
    const people = await call('contacts.getContactsByBusinessId', { locationId, ...one });
    checkThat('contacts.getContactsByBusinessId', people.contacts?.[0]?.id === ids.contact, 'contacts');
    const scrap = await call('businesses.createBusiness', { name: 'Scrap', locationId });
    await call('businesses.deleteBusiness', { businessId: (scrap.buiseness ?? scrap.business)?.id });
};

const workOnMeetings = async (ids) => {
    const one = { contactId: ids.contact };
    await call('contacts.addFollowersContact', one, { followers: [ids.user] });
    await call('contacts.removeFollowersContact', one, { followers: [ids.user] });
    const enrolment = { ...one, workflowId: ids.workflow };
    await call('contacts.addContactToWorkflow', enrolment, { eventStartTime: '2026-12-01T09:00:00+00:00' });
    await call('contacts.deleteContactFromWorkflow', enrolment, { eventStartTime: '2026-12-01T09:00:00+00:00' });
    const campaign = { ...one, campaignId: ids.campaign };
    await call('contacts.addContactToCampaign', campaign, {});
    await call('contacts.removeContactFromCampaign', campaign);
    await call('contacts.removeContactFromEveryCampaign', one);
    const meeting = await call('calendars.createAppointment', {
        calendarId: ids.calendar, locationId, contactId: ids.contact, title: 'Tour', toNotify: false,
        ignoreFreeSlotValidation: true, startTime: '2026-12-01T09:00:00Z', endTime: '2026-12-01T09:30:00Z',
    });
    ids.meeting = meeting.id;
    const event = { eventId: meeting.id };
    await call('calendars.editAppointment', event, { title: 'Long tour', toNotify: false });
    await call('calendars.getAppointment', event);
    await call('contacts.getAppointmentsForContact', one);
    const events = await call('calendars.getCalendarEvents', { locationId, calendarId: ids.calendar,
        startTime: String(Date.UTC(2026, 10, 30)), endTime: String(Date.UTC(2026, 11, 2)) });
    checkThat('calendars.getCalendarEvents', events.events?.some(({ id }) => id === meeting.id), 'events');
    const note = await call('calendars.createAppointmentNote', { appointmentId: meeting.id }, { body: 'Bring a map' });
    const oneNote = { appointmentId: meeting.id, noteId: note.note?.id };
    await call('calendars.updateAppointmentNote', oneNote, { body: 'Bring two maps' });
    await call('calendars.getAppointmentNotes', { appointmentId: meeting.id, limit: 10, offset: 0 });
    await call('calendars.deleteAppointmentNote', oneNote);
    await call('calendars.deleteEvent', event, {});
};

const left = {};
await lookAround(left);
await workOnFields(left);
await workOnCompanyFields();
await workOnContacts(left);
await workOnTasksAndNotes(left);
await workOnTags(left);
await workOnBusinesses(left);
await workOnMeetings(left);
await workOnRecurringTasks(left);
await workOnTemplates();
await call('contacts.deleteContact', { contactId: left.second });
await call('contacts.getContact gone', { contactId: left.second });
const areas = ['contacts', 'locations', 'customFields', 'users', 'businesses', 'campaigns', 'workflows'];
print({ methods: Object.fromEntries(areas.map((service) => [service, methodsOf(service)])) });
print({ left });
process.exit(0);

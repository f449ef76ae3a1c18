/* SPDX-FileCopyrightText: 2026 The Twinbook authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The write protocol of the engine (src/engine/personwriter.cpp, recovery.cpp) for one person with
 * one field, checked exhaustively: two sides, crashes between any two steps, answers that are lost
 * with and without effect, refusals, requests that outlive the program that sent them, an index
 * that shows a new record late, and people who edit either side at any moment.
 *
 * The person is on the left only at first. Values are small numbers; every edit types a new one.
 * Each switch takes one safeguard away, and with any of them the check must find an error;
 * check_model.sh does both:
 *
 *   NO_INTENT       the intent is not durable before the request leaves
 *   NO_RECOVERY     an unknown outcome is forgotten at the next start
 *   NO_WAIT         a creation that is not found is repeated at once
 *   NO_GUARD_READ   an update does not look at the record first
 *   NO_AGREED       the intent does not keep what both sides hold after the write
 *   BASE_FROM_READ  the base is taken from the latest look instead of from what was written
 *
 * Assumptions, each a fact of the services: a request is carried out or dead, and a new record is
 * in the index, within the two minutes that recovery waits; neither service has a conditional
 * write, so an edit of a record while a write to it is under way cannot be seen by anybody.
 */

#ifndef CRASHES
#define CRASHES 2
#endif
#ifndef FAULTS
#define FAULTS 2
#endif
#ifndef EDITS
#define EDITS 2
#endif

#define LEFT 0
#define RIGHT 1
#define NO_BASE 255

#define CREATE 1
#define UPDATE 2

#define YES 1
#define NO 2
#define LOST 3

#define NONE 0
#define INTENDED 1
#define UNKNOWN 2

/* The services. */
byte present = 0;
bool shown = false;
byte value[2];
byte typed = 1;
byte writes = 0;
bool overwritten = false;
bool touchedRight = false; /* by a person */
bool late = false; /* an update outlived the program that sent it */

/* Requests on their way (kind, side, value, sender), and the answer to the living program. */
chan wire = [2] of { byte, byte, byte, byte };
byte underway[2];
byte heard = NONE;
byte life = 0; /* of the program: an answer to a dead one is heard by nobody */

/* The database. */
byte intent = NONE;
byte intentKind, intentSide, agreedLeft, agreedRight;
bool isOld = false;
bool beat = false;
bool linked = false;
byte baseLeft = NO_BASE, baseRight = NO_BASE;

bool asked = false;
byte crashes = CRASHES, faults = FAULTS, edits = EDITS;

proctype Service()
{
    byte kind, side, wanted, sender, told;
end:
    do
    :: atomic { wire ?? kind, side, wanted, sender ->
        if
        :: told = YES
        :: faults > 0 -> faults--; told = LOST
        :: faults > 0 -> faults--; told = LOST; kind = NONE
        :: faults > 0 -> faults--; told = NO; kind = NONE
        fi;
        if
        :: kind == CREATE -> present++; value[RIGHT] = wanted; shown = false; writes++
        :: kind == UPDATE ->
            value[side] = wanted; writes++;
            if
            :: sender != life -> late = true
            :: else -> skip
            fi
        :: else -> skip
        fi;
        underway[side]--;
        if
        :: sender == life -> heard = told
        :: else -> skip
        fi }
    :: atomic { present > 0 && !shown -> shown = true }
    od
}

proctype People()
{
end:
    do
    :: atomic { edits > 0 && underway[LEFT] == 0 -> edits--; typed++; value[LEFT] = typed }
    :: atomic { edits > 0 && underway[RIGHT] == 0 && shown ->
                edits--; typed++; value[RIGHT] = typed; touchedRight = true }
    od
}

proctype Time()
{
end:
    do
    :: atomic { (intent != NONE && !isOld && underway[LEFT] + underway[RIGHT] == 0
                 && (present == 0 || shown)) -> isOld = true }
    od
}

/* A world at rest is no deadlock. */
proctype Heart()
{
    do :: beat = !beat od
}

#define settle intent = NONE; isOld = false
#define link(l, r) linked = true; baseLeft = l; baseRight = r
#define mayCrash if :: atomic { crashes > 0 -> crashes--; goto crashed } :: skip fi

proctype Engine()
{
    byte sawLeft, sawRight, kind, side, wanted;
    bool sawRecord;

again:
end:
    /* A run is worth its while as long as something is not settled or not agreed. */
    (!asked && (intent != NONE || !linked || value[LEFT] != baseLeft || value[RIGHT] != baseRight));

    /* Recovery, before anything else. */
    atomic {
        if
#ifdef NO_RECOVERY
        :: intent != NONE -> settle
#else
        :: intent != NONE && intentKind == CREATE && shown ->
            if
            :: !linked && value[RIGHT] == agreedRight -> link(agreedLeft, agreedRight)
            :: !linked && value[RIGHT] != agreedRight -> link(NO_BASE, NO_BASE)
            :: else -> skip
            fi;
            settle
        :: intent != NONE && intentKind == CREATE && !shown ->
#ifdef NO_WAIT
            settle
#else
            if
            :: isOld -> settle
            :: else -> goto crashed /* "look again in a few minutes" */
            fi
#endif
        :: intent != NONE && intentKind == UPDATE ->
#ifndef NO_AGREED
            if
            :: ((intentSide == LEFT && value[LEFT] == agreedLeft)
                || (intentSide == RIGHT && value[RIGHT] == agreedRight)) ->
                link(agreedLeft, agreedRight)
            :: else -> skip
            fi;
#endif
            settle
#endif
        :: intent == NONE -> skip
        fi
    }
    mayCrash;

    /* Both lists are read, one after the other; the right one shows what its index shows. */
    sawLeft = value[LEFT];
    atomic {
        sawRecord = shown;
        if :: shown -> sawRight = value[RIGHT] :: else -> sawRight = 0 fi
    }

    /* The plan. */
    atomic {
        kind = NONE;
        if
        :: !sawRecord && !linked -> kind = CREATE; side = RIGHT; wanted = sawLeft
        :: !sawRecord && linked -> goto crashed /* missing is not deleted: look again */
        :: sawRecord && sawLeft == sawRight -> link(sawLeft, sawRight); goto crashed
        :: sawRecord && sawLeft != sawRight ->
            if
            :: linked && baseLeft != NO_BASE && sawLeft != baseLeft && sawRight == baseRight ->
                kind = UPDATE; side = RIGHT; wanted = sawLeft
            :: linked && baseLeft != NO_BASE && sawLeft == baseLeft && sawRight != baseRight ->
                kind = UPDATE; side = LEFT; wanted = sawRight
            :: else -> asked = true; goto crashed
            fi
        fi
    }
    mayCrash;

    /* Last look, intent, request. */
    atomic {
        if
        :: (kind == UPDATE && ((side == LEFT && value[LEFT] != sawLeft)
                               || (side == RIGHT && value[RIGHT] != sawRight))) ->
#ifdef NO_GUARD_READ
            overwritten = true
#else
            goto crashed
#endif
        :: else -> skip
        fi;
        /* From the look on, an edit of that record cannot be told from one after the write. */
        underway[side]++
    }
    if
    :: atomic { crashes > 0 -> crashes--; underway[side]--; goto crashed }
    :: skip
    fi;
#ifndef NO_INTENT
    atomic {
        intent = INTENDED; intentKind = kind; intentSide = side; isOld = false;
        if
        :: side == LEFT -> agreedLeft = wanted; agreedRight = sawRight
        :: else -> agreedLeft = sawLeft; agreedRight = wanted
        fi
    }
#endif
    if
    :: atomic { crashes > 0 -> crashes--; underway[side]--; goto crashed }
    :: skip
    fi;
    atomic { heard = NONE; wire ! kind, side, wanted, life }
    if
    :: heard != NONE
    :: atomic { crashes > 0 -> crashes--; life++; goto crashed }
    fi;

    /* The outcome, with link and base, in one transaction. */
    atomic {
        if
        :: heard == YES ->
            settle;
            if
#ifdef BASE_FROM_READ
            :: true -> link(value[LEFT], value[RIGHT])
#else
            :: side == LEFT -> link(wanted, sawRight)
            :: side == RIGHT -> link(sawLeft, wanted)
#endif
            fi
        :: heard == NO -> settle
        :: heard == LOST && intent != NONE -> intent = UNKNOWN
        :: heard == LOST && intent == NONE -> skip
        fi
    }
crashed:
    atomic {
        heard = NONE; kind = NONE; side = LEFT; wanted = 0;
        sawLeft = 0; sawRight = 0; sawRecord = false;
        goto again
    }
}

init
{
    atomic { value[LEFT] = 1; run Service(); run People(); run Time(); run Heart(); run Engine() }
}

#define atRest (edits == 0 && crashes == 0 && faults == 0)
#define agreed (linked && value[LEFT] == value[RIGHT])

/* Nobody is ever there twice. */
ltl oneRecord { [] (present <= 1) }
/* A write never replaces a value that its plan had not seen. */
ltl nothingOverwritten { [] (!overwritten) }
/* One creation and one write for each edit: no echo. Only a write that was under way when the
 * program died may be sent once more. */
ltl fewWrites { [] (writes <= 1 + EDITS + CRASHES) }
/* Edits of the left alone do not end in a question. Two exceptions, which cost a question and never
 * a value: a twin found with another value than we sent may be somebody else's work; and an update
 * that is carried out after its sender has died and the next one has looked seems to be an edit. */
ltl noNeedlessQuestion { [] (asked -> (touchedRight || late)) }
/* Once people and faults have come to rest, a person is asked or both sides agree, for good. */
ltl agreement { (<> [] atRest) -> (<> [] (asked || agreed)) }

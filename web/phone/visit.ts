// What a visit looks like on this phone: what the server had of it, and over that what this phone recorded since. Pure.
import type { Command } from './store';
import type { Entry, Kit, Operation, Person, Task } from './types';

export interface Visit {
  kit: Kit; scanned: boolean; shown: string[]; answers: Map<string, Entry>; conflicts: Map<string, Operation[]>;
  faults: Map<string, Entry>; // as last noted, also where the answer has changed since
 
  signature?: Operation['signature']; open: Command[];
}

export function visitOf(kit: Kit, all: Command[]): Visit {
  const own = all.filter(one => one.taskId === kit.task.id && one.state !== 'aside');
  const local = own.filter(one => one.kind === 'operation' && one.state !== 'rejected').map(one => one.body as Operation);
  const everything = [...kit.received, ...local];
  const answers = new Map(kit.answers.map(entry => [entry.pointId, entry]));
  const conflicts = new Map(kit.conflicts.map(one => [one.pointId, one.operations]));
  for (const { kind, entry } of local) {
    if (entry) {
      answers.set(entry.pointId, entry);
      if (kind === 'Resolve') {
        conflicts.delete(entry.pointId);
      }
    }
  }
  return {
    kit, answers, conflicts,
    faults: new Map(everything.flatMap(one => one.entry?.answer === 'NonConform' ? [[one.entry.pointId, one.entry] as const] : [])),
    scanned: everything.some(one => one.kind === 'Scan' && one.subjectCode === kit.task.subjectId),
    shown: [...new Set(everything.filter(one => one.kind === 'PresentCertificate').map(one => one.officerId))],
    signature: everything.filter(one => one.kind === 'PartySignature').at(-1)?.signature,
    open: own.filter(one => one.state === 'waiting' || one.state === 'rejected'),
  };
}

/** What the visit still lacks before its record can be made, as keys of texts, in the order of the work. */
export function lacks(visit: Visit, me: Person): string[] {
  const { kit, answers } = visit;
  return [
    !visit.scanned && 'lack.scan', !visit.shown.includes(me.id) && 'lack.certificate', visit.shown.length < 2 && 'lack.second',
    visit.conflicts.size > 0 && 'lack.choice', kit.points.some(point => !answers.has(point.id)) && 'lack.answers', !visit.signature && 'lack.signature',
  ].filter(key => key !== false);
}

/** The last day of what is due now: the visit, after an order the correction, after its report the recheck where a law says until when. */
export const dueOf = (task: Task) => task.state !== 'Rectifying' ? task.dueOn : (task.correctionReportedOn && task.recheckBy) || task.rectifyBy || task.dueOn;

export const isOnSite = (kit: Kit) => ['Assigned', 'Accepted', 'OnSite'].includes(kit.task.state);

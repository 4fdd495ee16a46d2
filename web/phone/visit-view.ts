// One visit, in the order in which it happens: code of the premises, certificate, points, signature of the party, record, signatures of the officers.
import { act, inOrder, once } from './acts';
import { h } from './dom';
import { item } from './queue-view';
import { reader } from './code';
import { partyView } from './party-view';
import { picker, shrink } from './photo';
import { button, nameOf, recordedView, section } from './recorded-view';
import { add, addPhoto, commands, kits, record as recordOperation, type Command } from './store';
import { t } from './texts';
import type { Answer, Entry, Operation, Person, Point } from './types';
import { dueOf, isOnSite, lacks, visitOf, type Visit } from './visit';

const answers: Answer[] = ['Conform', 'NonConform', 'NotApplicable'];

export function visitView(visit: Visit, me: Person, agency: string): HTMLElement {
  const { kit } = visit;
  const refused = visit.open.filter(one => one.state === 'rejected');
  const asked = (one: Command) => one.kind === 'record' || one.kind === 'step'; // by a button at the end of the page: there it is looked for
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, kit.subjectName),
    h('p', { class: 'soft' }, [kit.subjectAddress, kit.task.subjectId].filter(Boolean).join(' · ')),
    h('p', {}, h('strong', {}, t('state.' + kit.task.state)), ' · ' + t('list.by', dueOf(kit.task))),
    refusals(refused.filter(one => !asked(one))),
    ...(isOnSite(kit) ? onSite(visit, me) : recordedView(visit, me, agency)),
    refusals(refused.filter(asked)));
}

const refusals = (some: Command[]) => some.length > 0 && h('ul', { class: 'queue' }, ...some.map(one => item(one, undefined)));

function onSite(visit: Visit, me: Person): HTMLElement[] {
  const { kit } = visit;
  const missing = lacks(visit, me);
  return [
    section(t('scan.title'), visit.scanned ? done(t('scan.done')) : scan(visit, me)),
    section(t('shown.title'),
      h('ul', { class: 'plain' }, ...kit.officers.map(one => h('li', {}, (visit.shown.includes(one.id) ? '✓ ' : '○ ') + `${one.name} ${one.certificateNumber}`))),
      !visit.shown.includes(me.id) && button(t('shown.do'), () => note(visit, me, t('shown.title'), { kind: 'PresentCertificate' }))),
    // The visit is logged before any question: 扫码入企.
    visit.scanned && section(t('points.title', visit.answers.size, kit.points.length), ...kit.points.map(point => pointView(visit, me, point))),
    visit.scanned && section(t('party.title'), visit.signature ? done(visit.signature.signer ? t('party.signed', visit.signature.signer) : t('party.refused', visit.signature.refusalReason ?? '')) : partyView(visit, me)),
    section(t('record.title'),
      missing.length > 0 ? h('ul', {}, ...missing.map(key => h('li', {}, t(key)))) : h('p', {}, t('record.ready')),
      // Whether the second officer has shown the certificate only the server knows: asking is allowed, its refusal says why not.
      visit.open.some(one => one.kind === 'record' && one.state === 'waiting') ? h('p', { class: 'note' }, t('record.waits'))
        : missing.every(key => key === 'lack.second') && !visit.open.some(one => one.kind === 'record') && button(t('record.do'), () => record(visit, me))),
  ].filter(one => one !== false);
}

function scan(visit: Visit, me: Person): HTMLElement {
  const wrong = h('p', { class: 'bad', role: 'alert' });
  const code = h('input', { id: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '64', required: true });
  const enter = async (text: string) => {
    // A code may be an address with the subject in it.
    if (!text.split(/[^0-9A-Za-z-]+/).includes(visit.kit.task.subjectId)) {
      wrong.textContent = t('scan.wrong');
      return;
    }
    await note(visit, me, t('scan.title'), { kind: 'Scan', subjectCode: visit.kit.task.subjectId });
  };
  return h('form', { onsubmit: once(() => enter(code.value.trim())) },
    reader(text => void enter(text)),
    h('label', { for: 'code' }, t('scan.code')), code, wrong, h('button', {}, t('scan.do')));
}

function pointView(visit: Visit, me: Person, point: Point): HTMLElement {
  const entry = visit.answers.get(point.id);
  const conflict = visit.conflicts.get(point.id);
  const name = 'point-' + point.id;
  // Upon what is stored by then: a picture takes its time, and meanwhile somebody writes what was found, or the bureau has it all.
  const save = (change: (now: Entry) => Partial<Entry>) => inOrder(async () => {
    const all = await commands(me.id); // before the visits: what leaves the queue is in them by then
    const now = visitOf((await kits(me.id)).find(kit => kit.task.id === visit.kit.task.id) ?? visit.kit, all).answers.get(point.id) ?? { pointId: point.id, answer: 'Conform', note: '', evidence: [] };
    const next = { ...now, ...change(now) };
    await recordOperation(me.id, visit.kit.task.id, `${point.id} ${t('answer.' + next.answer)}`, { kind: 'Answer', entry: next });
  });
  return h('fieldset', { class: conflict ? 'point conflict' : 'point' },
    h('legend', {}, `${point.id} ${point.text}`, point.importance === 'Key' && h('span', { class: 'badge' }, t('points.key'))),
    conflict ? h('div', { role: 'alert' }, h('p', { class: 'bad' }, t('conflict.lead')), ...conflict.map(one => choice(visit, me, one, conflict)))
      : h('div', { class: 'answers' }, ...answers.map(answer => h('label', {},
        h('input', { type: 'radio', name, value: answer, id: `${name}-${answer}`, checked: entry?.answer === answer, onchange: () => void save(() => ({ answer, ...faultOf(visit, point, answer) })) }),
        t('answer.' + answer)))),
    !conflict && entry?.answer === 'NonConform' && h('div', { class: 'fault' },
      h('label', { for: name + '-note' }, t('points.note')),
      h('textarea', { id: name + '-note', rows: '2', maxlength: '500', onchange: event => void save(() => ({ note: (event.target as HTMLTextAreaElement).value })) }, entry.note),
      photos(visit, me, entry, name, save),
      point.importance === 'General' && h('label', { class: 'check' },
        h('input', { type: 'checkbox', id: name + '-spot', checked: entry.correctedOnSpot === true, onchange: event => void save(() => ({ correctedOnSpot: (event.target as HTMLInputElement).checked })) }),
        t('points.spot'))));
}

// What was noted of a fault belongs to a fault: it leaves with it, and is there again when the officer comes back to it.
function faultOf(visit: Visit, point: Point, answer: Answer): Partial<Entry> {
  const former = answer === 'NonConform' ? visit.faults.get(point.id) : undefined;
  return { note: former?.note ?? '', evidence: former?.evidence ?? [], correctedOnSpot: undefined };
}

// At least one picture for a point that does not conform, with hash, time, place and device.
function photos(visit: Visit, me: Person, entry: Entry, name: string, save: (change: (now: Entry) => Partial<Entry>) => Promise<void>): HTMLElement {
  const place = h('input', { id: name + '-place', maxlength: '200', value: entry.evidence.at(-1)?.location ?? visit.kit.subjectAddress });
  const camera = picker(name + '-photo', t('photo.label'), true, async file => {
    const takenAt = new Date().toISOString();
    const evidence = await act(async () => {
      const picture = await shrink(file);
      const device = await addPhoto(me.id, visit.kit.task.id, `${entry.pointId} ${t('photo.label')}`, picture);
      return { sha256: picture.sha256, takenAt, device, location: place.value.trim() };
    });
    await save(now => ({ evidence: [...now.evidence, evidence] }));
  });
  return h('div', {},
    h('label', { for: name + '-place' }, t('photo.place')), place,
    ...camera,
    h('p', { class: entry.evidence.length > 0 ? 'good' : 'bad' }, entry.evidence.length > 0 ? t('photo.count', entry.evidence.length) : t('photo.none')));
}

function choice(visit: Visit, me: Person, one: Operation, all: Operation[]): HTMLElement {
  const { entry } = one;
  return button(t('conflict.take', nameOf(visit.kit, one.officerId), t('answer.' + entry!.answer), entry!.note), () =>
    note(visit, me, t('conflict.label', entry!.pointId), { kind: 'Resolve', entry, supersedes: all.map(other => other.hash!) }), one.hash);
}

const done = (text: string) => h('p', { class: 'good' }, '✓ ' + text);
const note = (visit: Visit, me: Person, label: string, what: Parameters<typeof recordOperation>[3]) =>
  inOrder(() => recordOperation(me.id, visit.kit.task.id, label, what));

async function record(visit: Visit, me: Person): Promise<void> {
  const taskId = visit.kit.task.id;
  await inOrder(() => add({ person: me.id, taskId, kind: 'record', path: `/api/tasks/${encodeURIComponent(taskId)}/record`, label: t('record.title'), body: {} }));
}

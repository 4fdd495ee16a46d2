// One visit, in the order in which it happens: code of the premises, certificate, points, signature of the party, record, signatures of the officers.
import { h } from './dom';
import { item } from './queue-view';
import { add, record } from './store';
import { t } from './texts';
import type { Answer, Entry, Operation, Person, Point } from './types';
import { isOnSite, lacks, type Visit } from './visit';

const answers: Answer[] = ['Conform', 'NonConform', 'NotApplicable'];

export function visitView(visit: Visit, me: Person, changed: () => void): HTMLElement {
  const { kit } = visit;
  const refused = visit.open.filter(one => one.state === 'rejected');
  return h('div', {},
    h('p', {}, h('a', { href: '#/' }, t('back'))),
    h('h1', {}, kit.subjectName),
    h('p', { class: 'soft' }, [kit.subjectAddress, kit.task.subjectId, t('list.by', kit.task.dueOn)].filter(Boolean).join(' · ')),
    h('p', {}, h('strong', {}, t('state.' + kit.task.state))),
    refused.length > 0 && h('ul', { class: 'queue' }, ...refused.map(one => item(one, changed))),
    ...(isOnSite(kit) ? onSite(visit, me, changed) : recorded(visit, me, changed)));
}

function onSite(visit: Visit, me: Person, changed: () => void): HTMLElement[] {
  const { kit } = visit;
  const missing = lacks(visit, me);
  return [
    section(t('scan.title'), visit.scanned ? done(t('scan.done')) : scan(visit, me, changed)),
    section(t('shown.title'),
      h('ul', { class: 'plain' }, ...kit.officers.map(one => h('li', {}, (visit.shown.includes(one.id) ? '✓ ' : '○ ') + `${one.name} ${one.certificateNumber}`))),
      !visit.shown.includes(me.id) && button(t('shown.do'), async () => {
        await note(visit, me, t('shown.title'), { kind: 'PresentCertificate' });
        changed();
      })),
    section(t('points.title', visit.answers.size, kit.points.length), ...kit.points.map(point => pointView(visit, me, point, changed))),
    section(t('party.title'), visit.signature ? done(visit.signature.signer ? t('party.signed', visit.signature.signer) : t('party.refused', visit.signature.refusalReason ?? '')) : party(visit, me, changed)),
    section(t('record.title'),
      missing.length > 0 ? h('ul', {}, ...missing.map(key => h('li', {}, t(key)))) : h('p', {}, t('record.ready')),
      // Whether the second officer has shown the certificate only the server knows: asking is allowed, its refusal says why not.
      missing.every(key => key === 'lack.second') && button(t('record.do'), () => command(visit, me, 'record', t('record.title'), {}, changed))),
  ];
}

function scan(visit: Visit, me: Person, changed: () => void): HTMLElement {
  const wrong = h('p', { class: 'bad', role: 'alert' });
  const code = h('input', { id: 'code', autocomplete: 'off', autocapitalize: 'characters', spellcheck: 'false', maxlength: '64', required: true });
  return h('form', {
    onsubmit: async event => {
      event.preventDefault();
      if (code.value.trim() !== visit.kit.task.subjectId) {
        wrong.textContent = t('scan.wrong');
        return;
      }
      await note(visit, me, t('scan.title'), { kind: 'Scan', subjectCode: code.value.trim() });
      changed();
    },
  }, h('label', { for: 'code' }, t('scan.code')), code, wrong, h('button', {}, t('scan.do')));
}

function pointView(visit: Visit, me: Person, point: Point, changed: () => void): HTMLElement {
  const entry = visit.answers.get(point.id);
  const conflict = visit.conflicts.get(point.id);
  const name = 'point-' + point.id;
  const save = async (next: Entry) => {
    await note(visit, me, `${point.id} ${t('answer.' + next.answer)}`, { kind: 'Answer', entry: next });
    changed();
  };
  const base: Entry = entry ?? { pointId: point.id, answer: 'Conform', note: '', evidence: [] };
  return h('fieldset', { class: conflict ? 'point conflict' : 'point' },
    h('legend', {}, `${point.id} ${point.text}`, point.importance === 'Key' && h('span', { class: 'badge' }, t('points.key'))),
    conflict ? h('div', { role: 'alert' }, h('p', { class: 'bad' }, t('conflict.lead')), ...conflict.map(one => choice(visit, me, one, conflict, changed)))
      : h('div', { class: 'answers' }, ...answers.map(answer => h('label', {},
        h('input', { type: 'radio', name, value: answer, id: `${name}-${answer}`, checked: entry?.answer === answer, onchange: () => void save({ ...base, answer, correctedOnSpot: undefined }) }),
        t('answer.' + answer)))),
    !conflict && entry?.answer === 'NonConform' && h('div', { class: 'fault' },
      h('label', { for: name + '-note' }, t('points.note')),
      h('textarea', { id: name + '-note', rows: '2', maxlength: '500', onchange: event => void save({ ...entry, note: (event.target as HTMLTextAreaElement).value }) }, entry.note),
      point.importance === 'General' && h('label', { class: 'check' },
        h('input', { type: 'checkbox', id: name + '-spot', checked: entry.correctedOnSpot === true, onchange: event => void save({ ...entry, correctedOnSpot: (event.target as HTMLInputElement).checked }) }),
        t('points.spot'))));
}

function choice(visit: Visit, me: Person, one: Operation, all: Operation[], changed: () => void): HTMLElement {
  const { entry } = one;
  return button(t('conflict.take', one.officerId, t('answer.' + entry!.answer), entry!.note), async () => {
    await note(visit, me, t('conflict.label', entry!.pointId), { kind: 'Resolve', entry, supersedes: all.map(other => other.hash!) });
    changed();
  }, one.hash);
}

function party(visit: Visit, me: Person, changed: () => void): HTMLElement {
  const field = (id: string) => h('input', { id, maxlength: '100', autocomplete: 'off' });
  const [signer, reason, witness] = [field('signer'), field('reason'), field('witness')];
  const wrong = h('p', { class: 'bad', role: 'alert' });
  return h('form', {
    onsubmit: async event => {
      event.preventDefault();
      const [name, why, who] = [signer, reason, witness].map(input => input.value.trim());
      if (!name && !(why && who)) {
        wrong.textContent = t('party.wrong');
        return;
      }
      await note(visit, me, t('party.title'), { kind: 'PartySignature', signature: { signer: name || null, refusalReason: name ? null : why!, witness: name ? null : who! } });
      changed();
    },
  },
  h('label', { for: 'signer' }, t('party.signer')), signer,
  h('details', {}, h('summary', {}, t('party.refuses')), h('label', { for: 'reason' }, t('party.reason')), reason, h('label', { for: 'witness' }, t('party.witness')), witness),
  wrong, h('button', {}, t('party.do')));
}

function recorded(visit: Visit, me: Person, changed: () => void): HTMLElement[] {
  const { task, officers, points } = visit.kit;
  const name = (id: string) => officers.find(one => one.id === id)?.name ?? id;
  const signed = task.officerSignatures.map(one => one.officerId);
  const pending = visit.open.length > 0;
  return [
    section(t('record.title'),
      h('ol', { class: 'record' }, ...task.entries.map(entry => h('li', {},
        `${entry.pointId} ${points.find(point => point.id === entry.pointId)?.text ?? ''} — `, h('strong', { class: entry.answer === 'NonConform' ? 'bad' : '' }, t('answer.' + entry.answer)), entry.note && ` ${entry.note}`))),
      h('p', { class: 'hash' }, task.recordHash ?? '')),
    section(t('sign.title'),
      h('ul', { class: 'plain' }, ...task.presentOfficerIds.map(id => h('li', {}, (signed.includes(id) ? '✓ ' : '○ ') + name(id)))),
      task.state === 'Recorded' && task.presentOfficerIds.includes(me.id) && !signed.includes(me.id) && !pending && button(t('sign.do'), () =>
        command(visit, me, 'step', t('sign.title'), { trigger: 'Countersign', recordHash: task.recordHash, signedAt: new Date().toISOString() }, changed))),
  ];
}

const section = (title: string, ...children: Parameters<typeof h>[2][]) => h('section', {}, h('h2', {}, title), ...children);
const done = (text: string) => h('p', { class: 'good' }, '✓ ' + text);
const button = (text: string, action: () => Promise<void>, value?: string) => h('button', { type: 'button', value, onclick: () => void action() }, text);

const note = (visit: Visit, me: Person, label: string, what: Parameters<typeof record>[3]) => record(me.id, visit.kit.task.id, label, what);

async function command(visit: Visit, me: Person, kind: 'record' | 'step', label: string, body: unknown, changed: () => void): Promise<void> {
  const taskId = visit.kit.task.id;
  await add({ person: me.id, taskId, kind, path: `/api/tasks/${encodeURIComponent(taskId)}/${kind === 'record' ? 'record' : 'steps'}`, label, body });
  changed();
}

// After the visit: the record to read, the officers' signatures under it, what follows from it, and the slip to print.
import { act, once } from './acts';
import { codeView } from './code';
import { h } from './dom';
import { add } from './store';
import { t, time } from './texts';
import type { Kit, Person } from './types';
import type { Visit } from './visit';

export function recordedView(visit: Visit, me: Person, agency: string): HTMLElement[] {
  const { task } = visit.kit;
  const signed = task.officerSignatures.map(one => one.officerId);
  const step = (label: string, body: object) => stepOf(visit, me, label, body);
  const mine = task.state === 'Recorded' && task.presentOfficerIds.includes(me.id) && !signed.includes(me.id);
  return [
    section(t('record.title'), recordView(visit.kit, agency)),
    section(t('sign.title'),
      h('ul', { class: 'plain' }, ...task.presentOfficerIds.map(id => h('li', {}, (signed.includes(id) ? '✓ ' : '○ ') + nameOf(visit.kit, id)))),
      mine && !isOpen(visit) && button(t('sign.do'), () => step(t('sign.title'), { trigger: 'Countersign', recordHash: task.recordHash, signedAt: new Date().toISOString() })),
      !mine && task.state === 'Recorded' && signed.length < 2 && h('p', { class: 'note' }, t('sign.wait'))),
    task.state === 'Recorded' && signed.length >= 2 && !isOpen(visit) && nextView(visit, step),
    task.order && section(t('order.title'),
      h('p', {}, t('order.points', task.order.pointIds.join(', '), task.order.dueOn)),
      h('p', { class: 'soft' }, task.order.remedy),
      h('p', {}, h('a', { class: 'button', href: '#/look-back/' + encodeURIComponent(task.id) }, t('open.lookback')))),
    section(t('print.title'), h('div', { class: 'row' },
      h('button', { type: 'button', onclick: () => print('slip') }, t('print.slip')),
      h('button', { type: 'button', class: 'plain', onclick: () => print('sheet') }, t('print.sheet')))),
  ].filter(one => !!one) as HTMLElement[];
}

// What a record without open faults ends in, and one with them: the bureau holds the rest of the provisions against it.
function nextView(visit: Visit, step: (label: string, body: object) => Promise<void>): HTMLElement {
  const faults = visit.kit.task.entries.filter(entry => entry.answer === 'NonConform' && !entry.correctedOnSpot);
  if (faults.length === 0) {
    return section(t('close.title'), button(t('close.do'), () => step(t('close.title'), { trigger: 'Close' })));
  }
  const by = h('input', { id: 'by', type: 'date', required: true });
  return section(t('order.title'),
    h('p', {}, t('order.faults', faults.map(entry => entry.pointId).join(', '))),
    h('form', {
      onsubmit: once(() => step(t('order.title'), { trigger: 'OrderRectification', rectifyBy: by.value, pointIds: faults.map(entry => entry.pointId) })),
    }, h('label', { for: 'by' }, t('order.by')), by, h('button', {}, t('order.do'))));
}

function recordView(kit: Kit, agency: string): HTMLElement {
  const { task } = kit;
  return h('div', { class: 'paper' },
    h('p', { class: 'print' }, agency),
    h('p', { class: 'print' }, `${task.id} ${task.recordedAt ? time(task.recordedAt) : ''}`),
    h('ol', { class: 'record' }, ...task.entries.map(entry => h('li', {},
      `${entry.pointId} ${kit.points.find(point => point.id === entry.pointId)?.text ?? ''} —\u00a0`,
      h('strong', { class: entry.answer === 'NonConform' ? 'bad' : '' }, t('answer.' + entry.answer)),
      entry.note ? ` ${entry.note}` : '', entry.evidence.length > 0 && ` ${t('photo.count', entry.evidence.length)}`))),
    h('p', { class: 'print' }, task.signature?.refusalReason ? t('print.refused', task.signature.refusalReason, task.signature.witness) : t('print.party', task.signature?.signer)),
    h('p', { class: 'print' }, t('print.officers')),
    ...task.officerSignatures.map(one => h('p', { class: 'print' }, `${nameOf(kit, one.officerId)} ${time(one.signedAt)}`)),
    task.order ? h('p', { class: 'print' }, t('order.points', task.order.pointIds.join(', '), task.order.dueOn) + ' ' + task.order.remedy) : null,
    task.recordHash ? h('div', { class: 'print' }, codeView(task.recordHash, task.recordHash)) : null,
    h('p', { class: 'hash' }, task.recordHash ?? ''));
}

function print(paper: 'slip' | 'sheet'): void {
  document.body.className = paper;
  window.print();
}

const isOpen = (visit: Visit) => visit.open.length > 0;

export function nameOf(kit: Kit, id: string): string {
  const card = kit.officers.find(one => one.id === id);
  return card ? `${card.name} ${card.certificateNumber}` : id;
}

export const section = (title: string, ...children: Parameters<typeof h>[2][]) => h('section', { tabindex: '-1' }, h('h2', {}, title), ...children);
export const button = (text: string, action: () => Promise<void>, value?: string) => h('button', { type: 'button', value, onclick: once(action) }, text);

export async function stepOf(visit: Visit, me: Person, label: string, body: object): Promise<void> {
  const taskId = visit.kit.task.id;
  await act(() => add({ person: me.id, taskId, kind: 'step', path: `/api/tasks/${encodeURIComponent(taskId)}/steps`, label, body }));
}

// The party signs with a finger, or its refusal is noted with reason and witness.
import SignaturePad from 'signature_pad';
import { act, inOrder, once } from './acts';
import { h } from './dom';
import { pictureOf } from './photo';
import { addPhoto, record } from './store';
import { t } from './texts';
import type { Person } from './types';
import type { Visit } from './visit';

// One pad for the visit that is open: drawing the page anew must not wipe what is being signed. A page that is drawn has only its place;
// a page that is put hangs the pad there.
let pad: { taskId: string; canvas: HTMLCanvasElement; drawing: SignaturePad } | undefined;

export function partyView(visit: Visit, me: Person): HTMLElement {
  const taskId = visit.kit.task.id;
  const field = (id: string) => h('input', { id, maxlength: '100', autocomplete: 'off' });
  const [signer, reason, witness] = [field('signer'), field('reason'), field('witness')];
  const wrong = h('p', { class: 'bad', role: 'alert' });
  const { canvas, drawing } = padOf(taskId);
  return h('form', {
    onsubmit: once(async () => {
      const [name, why, who] = [signer, reason, witness].map(input => input.value.trim()) as [string, string, string];
      if (name ? drawing.isEmpty() : !(why && who)) {
        wrong.textContent = t(name ? 'party.empty' : 'party.wrong');
        return;
      }
      let imageSha256: string | undefined;
      if (name) {
        imageSha256 = await act(async () => {
          const picture = await pictureOf(canvas, 'image/png');
          await addPhoto(me.id, taskId, t('party.title'), picture);
          return picture.sha256;
        });
      }
      await inOrder(() => record(me.id, taskId, t('party.title'), {
        kind: 'PartySignature', signature: { signer: name || null, refusalReason: name ? null : why, witness: name ? null : who, imageSha256 },
      }));
      if (pad?.taskId === taskId) { // by now another visit may be on the screen, with a pad of its own
        pad = undefined;
      }
    }),
  },
  h('label', { for: 'signer' }, t('party.signer')), signer,
  h('div', { id: 'pad' }), h('button', { type: 'button', class: 'plain', onclick: () => drawing.clear() }, t('party.clear')),
  h('details', { id: 'refuses' }, h('summary', { id: 'refusing' }, t('party.refuses')), h('label', { for: 'reason' }, t('party.reason')), reason, h('label', { for: 'witness' }, t('party.witness')), witness, h('button', {}, t('party.refuse'))),
  wrong, h('button', {}, t('party.do')));
}

/** Puts the pad into the page that is on the screen, where it has a place for it. */
export function hangPad(): void {
  const place = document.getElementById('pad');
  if (pad && place && !place.contains(pad.canvas)) {
    place.replaceChildren(pad.canvas);
  }
}

function padOf(taskId: string): { canvas: HTMLCanvasElement; drawing: SignaturePad } {
  if (pad?.taskId !== taskId) {
    const canvas = h('canvas', { width: '640', height: '240', class: 'pad', role: 'img', 'aria-label': t('party.pad') });
    pad = { taskId, canvas, drawing: new SignaturePad(canvas, { backgroundColor: '#fff' }) };
  }
  return pad;
}

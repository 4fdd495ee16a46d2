// QR codes: written as a drawing; read from the camera where there is one, else from a picture. Both halves of the library are loaded
// by who needs them, so that the phone opens without.
import { h } from './dom';
import { picker } from './photo';
import { t } from './texts';
import type { Card } from './types';

const prefix = 'supervision-certificate';

export const certificateText = (card: Card) => [prefix, card.id, card.certificateNumber].join(':');

/** The officer and the number that a certificate's code names; null for any other code. */
export function certificateOf(text: string): { id: string; number: string } | null {
  const [kind, id, number] = text.split(':');
  return kind === prefix && id && number ? { id, number } : null;
}

export function codeView(text: string, label: string): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'code');
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  void import('qr').then(({ default: encodeQR }) => {
    const rows = encodeQR(text, 'raw', { border: 2 });
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', rows.flatMap((row, y) => row.map((dark, x) => dark ? `M${x} ${y}h1v1h-1z` : '')).join(''));
    svg.setAttribute('viewBox', `0 0 ${rows.length} ${rows.length}`);
    svg.append(path);
  });
  return svg;
}

/** A camera and a choice of pictures; gives what the first readable code says. Without a camera the picture still works. */
export function reader(found: (text: string) => void): HTMLElement {
  const video = h('video', { playsinline: true, muted: true, hidden: true });
  const said = h('p', { class: 'soft', role: 'status' });
  const camera = h('button', { type: 'button', onclick: () => void look() }, t('code.camera'));
  return h('div', { class: 'reader' }, video, 'mediaDevices' in navigator && camera, ...picker('code-picture', t('code.picture'), false, pick), said);

  async function pick(file: File): Promise<void> {
    said.textContent = '';
    const picture = await createImageBitmap(file);
    const text = await read(picture, picture.width, picture.height);
    text ? found(text) : said.textContent = t('code.none');
  }

  async function look(): Promise<void> {
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      said.textContent = t('code.refused');
      return;
    }
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    while (video.isConnected) {
      const text = await read(video, video.videoWidth, video.videoHeight);
      if (text) {
        found(text);
        break;
      }
      await new Promise(again => setTimeout(again, 200));
    }
    stream.getTracks().forEach(track => track.stop());
    video.hidden = true;
  }
}

async function read(source: CanvasImageSource, width: number, height: number): Promise<string | null> {
  const scale = Math.min(1, 1000 / Math.max(width, height, 1));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
  const context = canvas.getContext('2d')!;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  const { default: decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(context.getImageData(0, 0, canvas.width, canvas.height));
  } catch {
    return null;
  }
}

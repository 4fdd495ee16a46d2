// Pictures as evidence: shrunk on the phone, which also leaves out where the camera wrote it was taken; named by their hash.
import { isFull } from './database';
import { h } from './dom';
import { t } from './texts';

const longest = 1600;

export interface Picture { blob: Blob; sha256: string }

export async function shrink(file: File): Promise<Picture> {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [Math.round(image.width * scale), Math.round(image.height * scale)];
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  image.close();
  return await pictureOf(canvas, 'image/jpeg');
}

/** A button that opens the camera or the files of the phone, in the language of the page: the browser's own field speaks the browser's. */
export function picker(id: string, text: string, camera: boolean, picked: (file: File) => Promise<void>): HTMLElement[] {
  const wrong = h('p', { class: 'bad', role: 'alert' });
  const field = h('input', {
    id, type: 'file', accept: 'image/*', capture: camera && 'environment', class: 'file',
    onchange: async () => {
      wrong.textContent = '';
      try {
        await picked(field.files![0]!);
      } catch (failed) {
        wrong.textContent = isFull(failed) ? '' : t('photo.bad'); // no room is told for the whole page
      }
      field.value = '';
    },
  });
  return [field, h('label', { for: id, class: 'button' }, text), wrong];
}

export async function pictureOf(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<Picture> {
  const blob = await new Promise<Blob>((done, failed) => canvas.toBlob(made => made ? done(made) : failed(new Error('no picture')), type, 0.8));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return { blob, sha256: [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('') };
}

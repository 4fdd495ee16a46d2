// Pictures as evidence: shrunk on the phone, which also leaves out where the camera wrote it was taken; named by their hash.
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

export async function pictureOf(canvas: HTMLCanvasElement, type: 'image/jpeg' | 'image/png'): Promise<Picture> {
  const blob = await new Promise<Blob>((done, failed) => canvas.toBlob(made => made ? done(made) : failed(new Error('no picture')), type, 0.8));
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer()));
  return { blob, sha256: [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('') };
}

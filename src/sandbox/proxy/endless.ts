import type { ServerResponse } from 'node:http';

const dripPause = 1000;
const filler = Buffer.from(`<p>${'通知公告 政务动态 '.repeat(400)}</p>\n`.repeat(8));

/** Sends the start of a page, then a few bytes a second for as long as the client listens. */
export function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': 1 << 20 });
  response.write('<!DOCTYPE html><html><head><meta charset="utf-8">');
  const timer = setInterval(() => response.write('<!-- -->'), dripPause);
  response.on('close', () => clearInterval(timer));
}

/** Sends a document of this size at the client's pace. */
export function flood(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': bytes });
  let left = bytes;
  const pour = (): void => {
    while (left > 0 && !response.destroyed) {
      const chunk = left >= filler.length ? filler : filler.subarray(0, left);
      left -= chunk.length;
      if (!response.write(chunk)) {
        response.once('drain', pour);
        return;
      }
    }
    response.end();
  };
  pour();
}

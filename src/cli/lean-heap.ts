import { setFlagsFromString } from 'node:v8';

/**
 * Limits heap growth between collections to 40 %, which costs a few per cent of processor time. By
 * default V8 lets the heap double while memory is free, and a crawl would hold a gigabyte of pages
 * that were already read.
 */
export function keepHeapLean(): void {
  setFlagsFromString('--heap-growing-percent=40');
}

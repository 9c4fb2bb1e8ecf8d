import { accessSync, constants } from 'node:fs';
import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { UsageError } from '../model/usage-error.ts';
import { Bucket } from './bucket/bucket.ts';
import { EvidenceBucket } from './bucket/evidence-bucket.ts';
import { PageBucket } from './bucket/page-bucket.ts';
import { makeDataFolder } from './data-folder.ts';
import type { OpenMode } from './database.ts';
import type { EvidenceStore } from './evidence.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { PageFiles } from './page-files.ts';
import type { PageStore } from './pages.ts';
import type { EvidencePlace } from './services.ts';

/** What keeps bytes. */
export interface Media {
  readonly evidence: EvidenceStore;
  readonly pages: PageStore;
}

/** The media of a place, not looked at. */
export function mediaOf(dataFolder: string, place: EvidencePlace | null): Media {
  if (place?.kind === 'bucket') {
    const bucket = new Bucket(place);
    return { evidence: new EvidenceBucket(bucket), pages: new PageBucket(bucket) };
  }
  const folder = place?.path ?? dataFolder;
  return { evidence: new EvidenceFiles(folder), pages: new PageFiles(folder) };
}

/** @throws UsageError when bytes are to be written where that is not possible. */
export async function openMedia(dataFolder: string, mode: OpenMode, place: EvidencePlace | null): Promise<Media> {
  if (mode === 'write') await (place === null ? makeDataFolder(dataFolder) : checkPlace(place));
  return mediaOf(dataFolder, place);
}

/** @throws UsageError when a place takes no bytes. */
export async function checkPlace(place: EvidencePlace): Promise<void> {
  if (place.kind === 'bucket') return new Bucket(place).check();
  try {
    accessSync(place.path, constants.W_OK);
  } catch {
    throw new UsageError(
      `the folder ${place.path}, which GOVPROBE_EVIDENCE names, cannot be written; change its rights`,
    );
  }
}

/** Where the bytes of a store lie, for people: a folder, or `s3://bucket/prefix`. */
export function rootOf(dataFolder: string, place: EvidencePlace | null): string {
  if (place === null) return dataFolder;
  return place.kind === 'folder' ? place.path : new Bucket(place).name;
}

/** The same, so that people of another machine know which place is meant. */
export function placeNameOf(dataFolder: string, place: EvidencePlace | null): string {
  const root = rootOf(resolve(dataFolder), place);
  return place?.kind === 'bucket' ? `${root} at ${place.endpoint}` : `${root} on ${hostname()}`;
}

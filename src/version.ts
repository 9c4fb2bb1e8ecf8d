import manifest from '../package.json' with { type: 'json' };

/** Version of the tool as `package.json` states it; stored with every run and finding. */
export const toolVersion: string = manifest.version;

/** Names the folder of the one server that all workers of a run of tests share. */
export const sharedFolder = 'GOVPROBE_TEST_POSTGRES_FOLDER';
/** The process whose end is the end of that server. */
export const sharedOwner = 'GOVPROBE_TEST_POSTGRES_OWNER';

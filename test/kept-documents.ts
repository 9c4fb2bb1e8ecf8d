import { keepDocuments } from '../src/config/read-yaml.ts';

/** The tests read the shipped pack hundreds of times in one process, each time the same files. */
keepDocuments(40);

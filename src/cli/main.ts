import { keepHeapLean } from './lean-heap.ts';
import { run } from './program.ts';

keepHeapLean();

// `govprobe logs 成都 | head` closes the pipe when it has seen enough: that ends the command, and is no failure of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});
process.exitCode = await run(process.argv);

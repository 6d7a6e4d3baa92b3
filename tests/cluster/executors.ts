import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

const processes = (): readonly Process[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .split('\n')
    .flatMap((line) => {
      const match = /^\s*([0-9]+)\s+([0-9]+)\s+(.*)$/.exec(line);
      return match === null
        ? []
        : [{ pid: Number(match[1]), parent: Number(match[2]), command: match[3] }];
    });

/** Everything that `root` started, and what that started. */
const descendants = (all: readonly Process[], root: number): readonly Process[] => {
  const children = all.filter(({ parent }) => parent === root);
  return children.flatMap((child) => [child, ...descendants(all, child.pid)]);
};

/** The executors of one Spark, each with the Node processes that it runs at this moment. */
export const executorsOf = (
  sparkPid: number,
): readonly { readonly pid: number; readonly programs: readonly number[] }[] => {
  const all = processes();
  return descendants(all, sparkPid)
    .filter(({ command }) => /\bjava .*CoarseGrainedExecutorBackend/.test(command))
    .map(({ pid }) => ({
      pid,
      programs: descendants(all, pid)
        .filter(({ command }) => /^\S*node \S*vygoda-stream\.mjs/.test(command))
        .map((program) => program.pid),
    }));
};

const TICKS_A_SECOND = 100;

/** What a process used, and all of its children that have ended. Linux only, as measuring is. */
export const cpuSeconds = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Behind the name, which may hold anything: utime, stime, cutime, cstime are fields 14 to 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS_A_SECOND;
};

/** The most memory a process ever had; 0 when it has ended. */
export const peakMegabytes = (pid: number): number => {
  const path = `/proc/${pid}/status`;
  if (!existsSync(path)) return 0;
  const match = /^VmHWM:\s*([0-9]+) kB/m.exec(readFileSync(path, 'utf8'));
  return match === null ? 0 : Math.round(Number(match[1]) / 1024);
};

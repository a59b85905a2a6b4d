/** A Slurm of one node on this machine, from Debian's packages, for the time of a test. */
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, hostname } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'squeue', 'scontrol'];

export interface Cluster {
  /** What programs of Slurm need in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  run(program: string, ...words: readonly string[]): string;
  stop(): void;
}

/** @throws Error that says how to get what is missing */
export async function startCluster(folder: string): Promise<Cluster> {
  const missing = PROGRAMS.filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length > 0 || process.getuid?.() !== 0) {
    throw new Error(
      `missing ${missing.join(', ') || 'root'}: on Debian, as root, apt-get install --no-install-recommends slurm-wlm slurmctld slurmd munge`,
    );
  }
  const configuration = join(folder, 'slurm.conf');
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(configuration, configurationOf(folder));
  const environment = { SLURM_CONF: configuration };
  const env = { ...process.env, ...environment };
  startMunge();
  const daemons: ChildProcess[] = [];
  const daemon = (program: string) => {
    const child = spawn(program, ['-D', '-f', configuration], { env, stdio: 'ignore' });
    daemons.push(child);
  };
  daemon('slurmctld');
  daemon('slurmd');
  const run = (program: string, ...words: readonly string[]) =>
    execFileSync(program, words, { env, encoding: 'utf8' });
  const stop = () => {
    for (const child of daemons) child.kill('SIGKILL');
  };
  for (let tries = 0; tries < 120; tries++) {
    const { stdout } = spawnSync('sinfo', ['-h', '-o', '%t'], { env, encoding: 'utf8' });
    if (stdout.trim() === 'idle') return { environment, run, stop };
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  stop();
  throw new Error('Slurm has no idle node after a minute');
}

/** As the user that Debian's package makes for it. */
function startMunge(): void {
  for (const place of ['/run/munge', '/var/log/munge', '/var/lib/munge']) {
    mkdirSync(place, { recursive: true });
    execFileSync('chown', ['munge:munge', place]);
  }
  if (existsSync('/run/munge/munge.socket.2') && spawnSync('munge', ['-n']).status === 0) return;
  execFileSync('setpriv', [
    '--reuid=munge',
    '--regid=munge',
    '--clear-groups',
    'munged',
    '--force',
  ]);
}

function configurationOf(folder: string): string {
  const host = hostname();
  return [
    'ClusterName=ganfield',
    `SlurmctldHost=${host}(127.0.0.1)`,
    'AuthType=auth/munge',
    'SlurmUser=root',
    'SlurmdUser=root',
    'SlurmctldPort=16817',
    'SlurmdPort=16818',
    `SlurmctldPidFile=${folder}/slurmctld.pid`,
    `SlurmdPidFile=${folder}/slurmd.pid`,
    `SlurmctldLogFile=${folder}/slurmctld.log`,
    `SlurmdLogFile=${folder}/slurmd.log`,
    `StateSaveLocation=${folder}/state`,
    `SlurmdSpoolDir=${folder}/spool`,
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_Core',
    'JobAcctGatherType=jobacct_gather/none',
    'AccountingStorageType=accounting_storage/none',
    'MpiDefault=none',
    'ReturnToService=2',
    'KillWait=5',
    'MaxArraySize=5',
    `NodeName=${host} NodeAddr=127.0.0.1 CPUs=${availableParallelism()} RealMemory=4000`,
    `PartitionName=all Nodes=${host} Default=YES MaxTime=INFINITE State=UP`,
    '',
  ].join('\n');
}

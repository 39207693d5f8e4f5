/**
 * The lab environment: a virtual environment of the extension's own, for what snippets ask to be installed. The user's
 * own environments are never touched. A new one is built beside the old one and takes its place when it is finished,
 * so that a failed or cancelled installation leaves everything as it was.
 */
import { join } from 'node:path';
import type { InstallFault } from '../../../core/python/installFault.js';
import { Emitter } from '../../../app/event.js';
import { labFolder } from '../../../app/running/lab.js';
import type { InstallRequest, Lab } from '../../../app/running/lab.js';
import { serialQueue } from '../../../app/serialQueue.js';
import type { Candidate } from '../../../app/interpreters/probe.js';
import { labOrigin, labRecord } from './labSurroundings.js';
import type { LabSurroundings } from './labSurroundings.js';
import { environmentPython } from '../../../app/interpreters/environmentPython.js';

export class LabEnvironment implements Lab {
  private readonly changed = new Emitter();
  private readonly inTurn = serialQueue();
  readonly onDidChange = this.changed.event;

  constructor(private readonly surroundings: LabSurroundings) {}

  candidate(): Candidate | undefined {
    const { storage, machine } = this.surroundings;
    const folder = join(storage, labFolder);
    if (!machine.list(folder).includes(labRecord)) return undefined;
    return { command: environmentPython(machine, folder), args: [], origin: labOrigin };
  }

  install(request: InstallRequest): Promise<InstallFault | undefined> {
    return this.inTurn(async () => {
      const { LabBuild } = await import('./labBuild.js');
      const fault = await new LabBuild(this.surroundings, request).run();
      if (!fault) this.changed.fire();
      return fault;
    });
  }
}

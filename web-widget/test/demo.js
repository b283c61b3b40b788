// @ts-check
import { ScriptedSocket } from './scripted-server.js';

Object.assign(window, { WebSocket: ScriptedSocket });
sessionStorage.clear();
await import('../src/index.js');

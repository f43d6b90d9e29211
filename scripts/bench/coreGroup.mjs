/** Measures one group of the core's figures and tells its parent: `coreGroup.mjs <address of the built core> <group>`. */
import { groups } from './coreFigures.mjs';

const [, , address, group] = process.argv;
process.send(groups[group](await import(address)), () => process.disconnect());

/** Makes the lenses for CloudFormation known. Loaded when a text needs them: they bring the YAML parser along. */
import { addLens } from '../loaded.ts';
import { cloudformationJson, cloudformationYaml } from './lenses.ts';

addLens(cloudformationYaml);
addLens(cloudformationJson);

export { cloudformationJson, cloudformationYaml };

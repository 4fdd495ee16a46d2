// dmn-js for DMN files: an extra that is loaded when its button is pressed. The mark of bpmn.io stays visible, as its licence asks.
import Modeler from 'dmn-js/lib/Modeler';
import zh from './zh.mjs';

/** Shows a model in a container, in the language of the page, and gives a function that says the model as it was drawn. */
export async function edit(container, xml) {
  const modeler = new Modeler({ container, ...(document.documentElement.lang.startsWith('zh') ? inEveryView({ translate: ['value', translate] }) : {}) });
  await modeler.importXML(xml);
  return async () => (await modeler.saveXML({ format: true })).xml;
}

const inEveryView = module => Object.fromEntries(
  ['drd', 'decisionTable', 'literalExpression', 'boxedExpression'].map(view => [view, { additionalModules: [module] }]));

// A placeholder may be written with spaces inside, and is kept when nothing is given for it.
const translate = (text, values = {}) => (zh[text] ?? text).replace(/{\s*(\w+)\s*}/g, (whole, name) => values[name] ?? whole);

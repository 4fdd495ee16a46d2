// dmn-js for DMN files: an extra that is loaded when its button is pressed. The mark of bpmn.io stays visible, as its licence asks.
import Modeler from 'dmn-js/lib/Modeler';

/** Shows a model in a container and gives a function that says the model as it was drawn. */
export async function edit(container, xml) {
  const modeler = new Modeler({ container, common: { keyboard: { bindTo: document } } });
  await modeler.importXML(xml);
  return async () => (await modeler.saveXML({ format: true })).xml;
}

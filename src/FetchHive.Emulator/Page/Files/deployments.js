import { duration, find, make, setText } from './dom.js';
import { post } from './server.js';
import { openRun } from './requests.js';

let shown = '';

// Forms are created once, and again only when the deployments change, so that typed values are kept.
export function showDeployments(deployments) {
  const text = JSON.stringify(deployments);
  if (text === shown) {
    return;
  }

  shown = text;
  find('no-deployments').hidden = deployments.length > 0;
  find('deployments').replaceChildren(...deployments.map((deployment, index) => deploymentPart(deployment, index, deployments.length)));
}

function deploymentPart(deployment, index, count) {
  const inputs = deployment.takesAnyInputs
    ? [anyInputs(index)]
    : deployment.inputs.map((input, place) => inputField(input, `${index}-${place}`));
  const callback = callbackField(deployment, index);
  const result = make('p', { className: 'result', role: 'status' });
  const button = make('button', { type: 'submit' }, 'Run');
  const form = make('form', { autocomplete: 'off', noValidate: true },
    inputs.length === 0 ? make('p', { className: 'hint' }, 'This deployment has no inputs.') : null,
    ...inputs.map(input => input.part), callback.part, make('div', { className: 'actions' }, button), result);
  form.addEventListener('submit', event => {
    event.preventDefault();
    run(deployment, inputs, callback, button, result);
  });

  return make('details', { className: 'panel deployment', open: count === 1 },
    make('summary', {},
      make('span', { className: 'title' }, deployment.deployment),
      make('span', { className: 'variant' }, deployment.variant),
      make('span', { className: 'hint' }, summaryOf(deployment))),
    form);
}

function summaryOf(deployment) {
  const inputs = deployment.takesAnyInputs ? 'Any inputs'
    : deployment.inputs.length === 0 ? 'No inputs'
    : deployment.inputs.map(input => input.required ? input.name : `${input.name}?`).join(', ');
  return deployment.snippet === null ? inputs : `${inputs} · ${deployment.snippet}`;
}

// One field: its part of the form, and a function that puts its value into the inputs. If it can't, it shows why and returns false.
function inputField(input, key) {
  const sample = parse(input.sample);
  const isText = input.kind === 'Text';
  const id = `input-${key}`;
  const control = input.kind === 'Boolean'
    ? make('select', { id }, ...(input.required ? [] : ['']).concat(['true', 'false']).map(value =>
      make('option', { value, selected: value === String(sample) }, value === '' ? 'Left out' : value)))
    : make('textarea', {
      id,
      rows: isText || input.kind === 'Number' ? 1 : 3,
      spellcheck: isText,
      className: isText ? '' : 'json',
      value: sample === undefined ? '' : isText ? String(sample) : JSON.stringify(sample, null, input.kind === 'Object' ? 2 : 0),
    });
  const problem = make('p', { className: 'problem', id: `${id}-problem` });
  control.setAttribute('aria-describedby', `${id}-kind ${id}-problem`);
  control.addEventListener('input', () => complain(control, problem, ''));
  const kind = `${input.kind === 'Any' ? 'any JSON' : input.kind.toLowerCase()}${input.required ? '' : ', optional'}`;
  const part = make('div', { className: 'field' },
    make('label', { htmlFor: id }, input.name), make('span', { className: 'kind', id: `${id}-kind` }, kind), control, problem);
  return {
    part,
    read(inputs) {
      const text = control.value;
      if (text === '' && !input.required) {
        return true;
      }

      if (isText) {
        inputs[input.name] = text;
        return true;
      }

      return readJson(control, problem, example(input.kind), value => { inputs[input.name] = value; });
    },
  };
}

function anyInputs(index) {
  const id = `inputs-${index}`;
  const control = make('textarea', { id, rows: 4, className: 'json', spellcheck: false, value: '{}' });
  const problem = make('p', { className: 'problem', id: `${id}-problem` });
  control.setAttribute('aria-describedby', problem.id);
  control.addEventListener('input', () => complain(control, problem, ''));
  return {
    part: make('div', { className: 'field' }, make('label', { htmlFor: id }, 'inputs'),
      make('span', { className: 'kind' }, 'JSON object'), control, problem),
    read: inputs => readJson(control, problem, '{"topic": "AI"}', value => Object.assign(inputs, value)),
  };
}

function callbackField(deployment, index) {
  const id = `callback-${index}`;
  const control = make('input', { id, type: 'url', placeholder: 'http://localhost:5000/callbacks', spellcheck: false });
  const kind = deployment.requiresCallback ? 'required: this workflow has a Human in the Loop step' : 'optional';
  control.setAttribute('aria-describedby', `${id}-kind`);
  return {
    part: make('div', { className: 'field' },
      make('label', { htmlFor: id }, 'Callback URL'), make('span', { className: 'kind', id: `${id}-kind` }, kind), control),
    get url() {
      return control.value.trim();
    },
  };
}

// A snippet's values come from its author. A value that isn't JSON is left out.
function parse(sample) {
  try {
    return sample === null ? undefined : JSON.parse(sample);
  } catch {
    return undefined;
  }
}

function readJson(control, problem, sample, take) {
  try {
    take(JSON.parse(control.value));
    return true;
  } catch {
    complain(control, problem, `Enter JSON, such as ${sample}.`);
    return false;
  }
}

function complain(control, problem, text) {
  setText(problem, text);
  control.setAttribute('aria-invalid', String(text !== ''));
}

function example(kind) {
  return { Array: '["one", "two"]', Number: '200', Object: '{"tone": "calm"}' }[kind] ?? '"text"';
}

async function run(deployment, inputs, callback, button, result) {
  const values = {};
  const wrong = inputs.filter(input => !input.read(values));
  if (wrong.length > 0) {
    wrong[0].part.querySelector('textarea').focus();
    return;
  }

  result.className = 'result';
  setText(result, 'Running …');
  button.disabled = true;
  const begun = performance.now();
  const waiting = post('invoke', {
    deployment: deployment.deployment,
    variant: deployment.variant,
    inputs: values,
    ...(callback.url === '' ? {} : { async: { enabled: true, callback_url: callback.url } }),
  });
  document.dispatchEvent(new Event('emulator-changed'));
  const response = await waiting;
  button.disabled = false;
  const failed = response.error ?? (response.json.run_status === 'failed' ? response.json.error : null);
  result.classList.toggle('failed', failed !== null);
  setText(result, failed ?? `Answered with ${response.status} after ${duration(performance.now() - begun)}.`);
  if (response.json.request_id) {
    openRun(response.json.request_id);
  }

  document.dispatchEvent(new Event('emulator-changed'));
}

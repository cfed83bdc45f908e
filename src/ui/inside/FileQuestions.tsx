/** Asks what a checkpoint cannot tell: its attention rate, or which of two models it is. */
import { useId, useState } from 'react';
import english from '../../messages/en/ui/inside/file-questions.json';
import { createWords } from '../../messages/words.ts';
import type { RunConfiguration } from '../../model/configuration.ts';
import { configurationFields } from '../../model/fields.ts';
import { acceptedValues, checkConfiguration } from '../../model/validation.ts';
import { Help } from '../help/Help.tsx';
import { useInspection, usePage } from '../hooks/page.ts';
import { awaitResult } from './awaited-result.ts';

const words = createWords('ui/inside/file-questions', english);

type Question = 'attentionRate' | 'separateEmbeddings' | 'model';

/** A small form, filled with what fits the weights best. */
export function FileQuestions() {
  const summary = useInspection((state) => state.subject?.summary);
  const phase = useInspection((state) => state.phase);
  if (summary === undefined || phase !== 'asking') return null;
  return <QuestionForm questions={summary.questions} guess={summary.configuration} />;
}

function QuestionForm(props: {
  readonly questions: readonly Question[];
  readonly guess: RunConfiguration;
}) {
  const { inspection } = usePage();
  const { questions, guess } = props;
  const [draft, setDraft] = useState<Readonly<Record<string, string>>>({});
  const [wrong, setWrong] = useState<string>();
  const id = useId();
  const textOf = (question: Question) => draft[question] ?? asText(guess[question]);

  function submit() {
    const raw = Object.fromEntries(
      questions.map((question) => [configurationFields[question].name, textOf(question)]),
    );
    const { configuration, problems } = checkConfiguration(raw, guess);
    const [problem] = problems;
    const field = questions
      .map((question) => configurationFields[question])
      .find(({ name }) => name === problem?.name);
    setWrong(field && words('wrong', { setting: field.label, accepted: acceptedValues(field) }));
    if (problem !== undefined) return;
    awaitResult();
    void inspection.answer(
      Object.fromEntries(questions.map((question) => [question, configuration[question]])),
    );
  }

  return (
    <section className="card file-questions" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{words('title')}</h2>
      <p>{words('explanation')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {questions.map((question) => (
          <QuestionField
            key={question}
            question={question}
            value={textOf(question)}
            onChange={(text) => setDraft({ ...draft, [question]: text })}
          />
        ))}
        <button type="submit" className="primary-button">
          {words('analyse')}
        </button>
      </form>
      {wrong !== undefined && <p className="setting-wrong">{wrong}</p>}
    </section>
  );
}

function QuestionField(props: {
  readonly question: Question;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const id = useId();
  const field = configurationFields[props.question];
  const choices =
    props.question === 'model'
      ? ['linear-beta', 'linear-gamma']
      : props.question === 'separateEmbeddings'
        ? ['0', '1']
        : undefined;
  return (
    <div className="setting-line">
      <span className="help-label">
        <label htmlFor={id}>{field.label}</label>
        <Help topic={props.question} />
      </span>
      {choices === undefined ? (
        <input
          id={id}
          className="number-input"
          inputMode="decimal"
          title={acceptedValues(field)}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      ) : (
        <select
          id={id}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        >
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choiceLabel(choice)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function choiceLabel(choice: string): string {
  if (choice === '0') return words('oneTable');
  return choice === '1' ? words('twoTables') : choice;
}

function asText(value: unknown): string {
  return typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
}

import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  measureRules: {
    title: 'Rules of measures',
    lead: 'Written before there is a case: when each step comes into question, what the front line does, who approves. A change is a new version.',
    none: 'Nothing is written yet. Below is a proposal. Put it into the company’s words and save it as version 1; until then no measure can be proposed.',
    notLegal:
      'The proposal is no legal judgement. Compare it with contracts and the laws of your trade, and ask a lawyer where needed.',
    readOnly: 'Administrators and leads can change them.',
    version: (n: number, at: string, by: string) => `Version ${n}: from ${at}, by ${by}`,
    versions: 'Versions so far',
    opinion: 'Opinion of an expert',
    opinionWhere: 'Asked where an answer is not clear (from a suspension on)',
    managementOnly: (role) => `Only ${role} can approve it: the company parts from somebody.`,
    repeats: 'When the same demand comes again',
    repeatsLead: 'How often it comes after it was answered. No law sets a number. Grave acts do not wait for a count.',
    proposals: {
      caution: {
        criteria: 'Conduct that our declaration does not accept, where business can go on if manner or number changes.',
        frontLine: 'Two people handle it. Write down time and words of whatever happens.',
      },
      warning: {
        criteria: 'The same conduct goes on after a caution, or conduct of severity 2 or more.',
        frontLine: 'One contact on our side only. End the talk if it happens again, and tell a lead.',
      },
      suspension: {
        criteria: 'It goes on after a written warning, or our people cannot be kept safe and well. For a set time.',
        frontLine: 'Take no new orders. Pass every contact on to a lead.',
      },
      refusal: {
        criteria: 'Nothing changed after a suspension, and going on would harm our people.',
        frontLine: 'Do not talk about business; pass it on to a lead.',
      },
      termination: {
        criteria: 'Grave conduct that meets the clause of the contract, after asking a lawyer.',
        frontLine: 'Do not answer direct contact; pass it on to a lead.',
      },
    },
    cautionProposal:
      'Our view of your request is the same as before. Please tell us if there is anything new, and refrain from words directed at individual members of our staff.',
    endProposal:
      'We have answered this several times and will not answer it further. Everything else we handle as before.',
    form: {
      do: 'Save as a new version',
      fields: {
        steps: {
          row: {
            step: { label: 'Step' },
            criteria: {
              label: 'When',
              hint: 'In the company’s own words: they show later whether a step followed the rules.',
              wrong: 'Write when it comes into question.',
            },
            frontLine: {
              label: 'What the front line does while it is in force',
              hint: 'Shown as it stands to whoever opens a case of the same counterparty. No content of a case, no names.',
            },
            approvers: {
              label: 'Roles that can approve (never whoever proposed it)',
              wrong: 'Choose who can approve it.',
            },
            opinion: { label: 'Always ask a lawyer or another expert about this step' },
          },
        },
        caution: { label: 'Time from which a caution is added', wrong: 'Write a whole number from 2 to 99.' },
        cautionReply: {
          label: 'Draft of the reply with a caution',
          hint: 'Shown on the case. It is never sent by itself.',
          wrong: 'Write the draft of the reply.',
        },
        end: {
          label: 'Time from which the dialogue ends',
          wrong: 'Write a whole number greater than that of the caution, 99 at most.',
        },
        endReply: {
          label: 'Draft of the reply that ends the dialogue',
          hint: 'Shown on the case. It is never sent by itself.',
          wrong: 'Write the draft of the reply.',
        },
      },
    },
    saved: 'Saved. It holds for measures from now on.',
    changed: 'Somebody else saved a new version meanwhile. Look at theirs, then change it again.',
  },
};

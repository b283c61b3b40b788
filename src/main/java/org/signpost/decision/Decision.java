package org.signpost.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.signpost.conversation.Slot;
import org.signpost.judging.Judgement;
import org.signpost.knowledge.Nation;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.understanding.Query;
import org.signpost.understanding.SpeechAct;

/** What to do about a question. */
public sealed interface Decision {

	/** The rule that decided, for the trace. */
	String rule();

	/**
	 * Answer from statements.
	 *
	 * @param rule the rule that decided
	 * @param query what is asked
	 * @param judgement the evidence
	 */
	record Answer(String rule, Query query, Judgement judgement) implements Decision {

	}

	/**
	 * Give an editor's answer.
	 *
	 * @param rule the rule that decided
	 * @param query what is asked
	 * @param given the answer and the section of it for the nation
	 * @param judgement what else was judged
	 */
	record Curated(String rule, Query query, CuratedCandidate given, Judgement judgement) implements Decision {

	}

	/**
	 * Ask back.
	 *
	 * @param rule the rule that decided
	 * @param slot what is asked for
	 * @param about the question that the reply completes
	 * @param options the choices
	 * @param judgement what was judged
	 */
	record Clarify(String rule, Slot slot, String about, List<String> options,
			@Nullable Judgement judgement) implements Decision {

		public Clarify {
			options = List.copyOf(options);
		}

	}

	/**
	 * Say that there is no answer.
	 *
	 * @param rule the rule that decided
	 * @param reason why not
	 * @param query what is asked, if it could be read
	 * @param judgement the nearest found
	 * @param covered the nations that the guidance covers this for, when it is only the
	 * visitor's it does not
	 */
	record Decline(String rule, Reason reason, @Nullable Query query, @Nullable Judgement judgement,
			List<Nation> covered) implements Decision {

		public Decline {
			covered = List.copyOf(covered);
		}

	}

	/**
	 * Point to people.
	 *
	 * @param rule the rule that decided
	 * @param act what the visitor needs help with
	 * @param second what else they seem to need help with
	 */
	record HandOver(String rule, SpeechAct act, @Nullable SpeechAct second) implements Decision {

	}

	/**
	 * Answer small talk, or what somebody tells of themselves.
	 *
	 * @param rule the rule that decided
	 * @param act what was said
	 */
	record SmallTalk(String rule, SpeechAct act) implements Decision {

	}

	/**
	 * Several things asked at once.
	 *
	 * @param rule the rule that decided
	 * @param parts a decision for each
	 */
	record Several(String rule, List<Decision> parts) implements Decision {

		public Several {
			parts = List.copyOf(parts);
		}

	}

	/** Why there is no answer. */
	enum Reason {

		/** On the subject, but the guidance does not say. */
		NOT_COVERED,
		/** The guidance says it of other nations only. */
		OTHER_NATIONS_ONLY,
		/** Another subject. */
		OUT_OF_SCOPE,
		/** Instructions to the program. */
		INJECTION,
		/** No words. */
		EMPTY,
		/** Another language or script. */
		OTHER_LANGUAGE

	}

}

package org.signpost.answering;

import java.util.List;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.knowledge.Problem;

/**
 * A knowledge base with the engine that answers from it.
 *
 * @param knowledgeBase the knowledge base
 * @param problems what an editor has to mend in it
 * @param setAside those of the problems that say that something is not used until then
 * @param engine answers from it
 */
public record Edition(KnowledgeBase knowledgeBase, List<Problem> problems, List<Problem> setAside,
		QuestionAnswering engine) {

	public Edition {
		problems = List.copyOf(problems);
		setAside = List.copyOf(setAside);
	}

	/** An edition of what was read. */
	public static Edition of(Reading reading, QuestionAnswering engine) {
		return new Edition(reading.knowledgeBase(), reading.problems(), reading.setAside(), engine);
	}

}

package org.signpost.answering;

import java.util.List;

import org.signpost.conversation.Question;
import org.signpost.conversation.Turn;

/**
 * Answers questions from the guidance. Safe for use by many threads; an answer costs a
 * few milliseconds of one core and touches neither disk nor network. The same question
 * with the same history on the same knowledge base gives the same answer.
 */
public interface QuestionAnswering {

	/**
	 * Answers a question.
	 * @param question the question
	 * @param history the turns before it, oldest first
	 * @return the answer, what to remember of it and why it came out so
	 * @throws KnowledgeBaseNotReadyException while no knowledge base has been loaded
	 */
	Answered answer(Question question, List<Turn> history);

}

package org.signpost.answering;

import java.nio.file.Path;

import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader.Reading;
import org.signpost.language.LanguageTools;

/**
 * What is answered from, and others made beside it. Nothing of those stays once nobody
 * holds them. Safe for use by many threads.
 */
public interface Editions {

	/**
	 * The edition that questions are being answered from right now.
	 * @throws KnowledgeBaseNotReadyException while none has been loaded
	 */
	Edition current();

	/**
	 * Reads a folder that is not answered from. A file with a mistake is left out.
	 * @throws KnowledgeBaseNotReadyException while there is no current edition
	 */
	Reading read(Path folder);

	/**
	 * Makes an engine for what was read. Costs about 3 ms of one core for each text that
	 * the current edition does not have.
	 * @throws KnowledgeBaseNotReadyException while there is no current edition
	 */
	QuestionAnswering engine(KnowledgeBase knowledgeBase);

	/**
	 * Tools on the models that questions are answered with, beside those that answer:
	 * what is done with them holds nobody up, and is on one core.
	 * @throws KnowledgeBaseNotReadyException while there is no current edition
	 */
	LanguageTools beside();

}

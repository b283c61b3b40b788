package org.signpost.answering;

import org.jspecify.annotations.Nullable;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.language.LanguageTools;
import org.signpost.language.Progress;

/** Makes the engines of editions. */
@FunctionalInterface
interface EngineFactory {

	/**
	 * An engine.
	 * @param knowledgeBase what it answers from
	 * @param language tools of the stages
	 * @param before the engine of the edition before, to take over from it what has not
	 * changed
	 * @param progress is told how far it is
	 */
	QuestionAnswering make(KnowledgeBase knowledgeBase, LanguageTools language, @Nullable QuestionAnswering before,
			Progress progress);

}

package org.signpost.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.signpost.answering.QuestionAnswering;
import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.decision.AnswerabilityModel;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;
import org.signpost.retrieval.StatementRetriever;
import org.signpost.understanding.Interpreter;

/**
 * Knowledge bases and engines, loaded once a JVM, since the model takes a second and a
 * knowledge base never seen before many. Vectors are kept under {@code target} between
 * runs. For many threads.
 */
public final class Engines {

	/** The knowledge base of the tests: lock keepers on canals. */
	public static final Path SMALL = Path.of("src/test/resources/knowledge-base");

	/** Guidance alone, without a vocabulary: work at a bell foundry. */
	public static final Path FOUNDRY = Path.of("src/test/resources/bell-foundry");

	/** The knowledge base that ships. */
	public static final Path SHIPPED = Path.of("knowledge-base");

	private static final Map<Path, KnowledgeBaseReader.Reading> readings = new ConcurrentHashMap<>();

	private static final Map<Path, QuestionAnswering> engines = new ConcurrentHashMap<>();

	private Engines() {
	}

	/** The tools that every stage shares, with embeddings. */
	public static LanguageTools tools() {
		return Tools.LOADED;
	}

	/** The small knowledge base. */
	public static KnowledgeBase small() {
		return knowledgeBase(SMALL);
	}

	/** The guidance without a vocabulary. */
	public static KnowledgeBase foundry() {
		return knowledgeBase(FOUNDRY);
	}

	/** The knowledge base that ships. */
	public static KnowledgeBase shipped() {
		return knowledgeBase(SHIPPED);
	}

	/** The knowledge base of a folder, which must read without a mistake. */
	public static KnowledgeBase knowledgeBase(Path folder) {
		var reading = reading(folder);
		if (!reading.usable()) {
			throw new IllegalStateException(folder + ": " + reading.problems());
		}
		return reading.knowledgeBase();
	}

	/** What was read of a folder, with its mistakes. */
	public static KnowledgeBaseReader.Reading reading(Path folder) {
		return readings.computeIfAbsent(folder, new KnowledgeBaseReader(tools().sentences())::read);
	}

	/** The engine of a folder. */
	public static QuestionAnswering engine(Path folder) {
		return engines.computeIfAbsent(folder, (each) -> fresh(knowledgeBase(each)));
	}

	/** What reads questions to the small knowledge base. */
	public static Interpreter interpreter() {
		return Small.INTERPRETER;
	}

	/** What finds statements in the small knowledge base. */
	public static StatementRetriever retriever() {
		return Small.RETRIEVER;
	}

	/** An engine of its own, made anew. */
	public static QuestionAnswering fresh(KnowledgeBase knowledgeBase) {
		return new StagedQuestionAnswering(knowledgeBase, tools(), AnswerabilityModel.load());
	}

	/** Trained by the first test that needs it. */
	private static final class Small {

		private static final Interpreter INTERPRETER = new Interpreter(small(), tools());

		private static final StatementRetriever RETRIEVER = new StatementRetriever(small(), tools());

	}

	/** Loaded by the first test that needs it. */
	private static final class Tools {

		private static final LanguageTools LOADED = LanguageTools.load(true, Path.of("target"));

	}

}

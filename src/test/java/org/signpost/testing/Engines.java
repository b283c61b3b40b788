package org.signpost.testing;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.signpost.answering.QuestionAnswering;
import org.signpost.answering.StagedQuestionAnswering;
import org.signpost.decision.Supersession;
import org.signpost.judging.Calibration;
import org.signpost.judging.Judgement;
import org.signpost.judging.LearnedJudge;
import org.signpost.judging.LikeSubjects;
import org.signpost.judging.SameFact;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.language.LanguageTools;
import org.signpost.language.ModelFiles;
import org.signpost.retrieval.LuceneCandidates;
import org.signpost.understanding.Interpreter;
import org.signpost.understanding.Query;

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

	/** Tells what is newer than what. */
	public static Supersession supersession() {
		return new Supersession(new SameFact(tools().embedding(), ModelFiles.packed()));
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
		if (!reading.faultless()) {
			throw new IllegalStateException(folder + ": " + reading.problems());
		}
		return reading.knowledgeBase();
	}

	/** What was read of a folder, with its mistakes. */
	public static KnowledgeBaseReader.Reading reading(Path folder) {
		return readings.computeIfAbsent(folder,
				new KnowledgeBaseReader(tools().sentences(), new LikeSubjects(tools().embedding()))::read);
	}

	/** The engine of a folder. */
	public static QuestionAnswering engine(Path folder) {
		return engines.computeIfAbsent(folder, (each) -> fresh(knowledgeBase(each)));
	}

	/** What reads questions to the small knowledge base. */
	public static Interpreter interpreter() {
		return Small.INTERPRETER;
	}

	/** What finds and judges candidates in the small knowledge base. */
	public static Function<Query, Judgement> judge() {
		return Small.JUDGE;
	}

	/** What finds and judges candidates in a knowledge base, made anew. */
	public static Function<Query, Judgement> judge(KnowledgeBase knowledgeBase) {
		var candidates = new LuceneCandidates(knowledgeBase, tools());
		var judge = new LearnedJudge(tools(), Calibration.of(ModelFiles.packed()));
		return (query) -> judge.judge(query, candidates.find(query));
	}

	/** An engine of its own, made anew. */
	public static QuestionAnswering fresh(KnowledgeBase knowledgeBase) {
		return new StagedQuestionAnswering(knowledgeBase, tools());
	}

	/** Trained by the first test that needs it. */
	private static final class Small {

		private static final Interpreter INTERPRETER = new Interpreter(small(), tools());

		private static final Function<Query, Judgement> JUDGE = judge(small());

	}

	/** Loaded by the first test that needs it. */
	private static final class Tools {

		private static final LanguageTools LOADED = LanguageTools.load(true, Path.of("target"));

	}

}

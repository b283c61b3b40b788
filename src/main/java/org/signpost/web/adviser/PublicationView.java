package org.signpost.web.adviser;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.LoadProgress;
import org.signpost.answering.Publication;
import org.signpost.knowledge.KnowledgeBase;
import org.signpost.knowledge.Problem;
import org.signpost.review.PlacedProblem;

/**
 * What became of the guidance as it was last found in its folder.
 *
 * @param published since when what is answered from is answered from
 * @param last when the folder was last taken up, and whether all of it was
 * @param loading how far a change is that is just being taken up, nothing where none is
 * @param problems what an editor has to mend
 * @param setAside what is not used until then, and why
 * @param statements how many statements are answered from
 * @param sources of how many sources
 * @param answers and how many editors' answers
 * @param stale how many of the sources are stale
 * @param conflicts how many conflicts they have, nothing while they have not been looked
 * through
 */
record PublicationView(@Nullable Instant published, @Nullable Attempt last, @Nullable LoadProgress loading,
		List<PlacedProblem> problems, List<SetAside> setAside, int statements, int sources, int answers, int stale,
		@Nullable Counts conflicts) {

	static PublicationView of(Publication publication, @Nullable LoadProgress loading,
			@Nullable KnowledgeBase knowledgeBase, int stale, @Nullable Counts conflicts) {
		var tried = publication.tried();
		return new PublicationView(publication.published(),
				(tried != null) ? new Attempt(tried, publication.through()) : null, loading,
				PlacedProblem.of(publication.problems()), setAside(publication),
				(knowledgeBase != null) ? knowledgeBase.statements().size() : 0,
				(knowledgeBase != null) ? knowledgeBase.sources().size() : 0,
				(knowledgeBase != null) ? knowledgeBase.answers().size() : 0, stale, conflicts);
	}

	/** File by file. */
	private static List<SetAside> setAside(Publication publication) {
		var files = new LinkedHashMap<String, String>();
		for (var told : publication.setAside()) {
			files.computeIfAbsent(told.file(), (file) -> why(file, publication));
		}
		return files.entrySet().stream().map((file) -> SetAside.of(file.getKey(), file.getValue())).toList();
	}

	/** The errors of the file, or where there is none its warnings. */
	private static String why(String file, Publication publication) {
		var problems = publication.problems().stream().filter((problem) -> problem.file().equals(file)).toList();
		var errors = problems.stream().filter((problem) -> problem.severity() == Problem.Severity.ERROR).toList();
		return (errors.isEmpty() ? problems : errors).stream()
			.map((problem) -> "line " + problem.line() + ": " + problem.message())
			.collect(Collectors.joining("; "));
	}

	/**
	 * How many conflicts.
	 *
	 * @param unresolved that an editor has to mend
	 * @param resolved where it is plain which statement is given
	 * @param current whether it was the guidance as it is now that was looked through
	 */
	record Counts(long unresolved, long resolved, boolean current) {
	}

	record Attempt(Instant at, boolean through) {
	}

	/** Part or all of a file that is used as it was before, or not at all. */
	record SetAside(@Nullable String answer, @Nullable String source, @Nullable String file, String why) {

		static SetAside of(String file, String why) {
			var name = file.substring(file.indexOf('/') + 1).replaceFirst("\\.md$", "");
			return file.startsWith("answers/") ? new SetAside(name, null, null, why) : file.startsWith("guidance/")
					? new SetAside(null, name, null, why) : new SetAside(null, null, file, why);
		}

	}

}

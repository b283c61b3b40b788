package org.signpost.review;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

import org.signpost.knowledge.KnowledgeBaseReader;
import org.signpost.knowledge.Statement;
import org.signpost.language.Sentences;
import org.signpost.retrieval.Candidate;
import org.signpost.retrieval.CuratedCandidate;
import org.signpost.retrieval.LuceneCandidates;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code candidates [DIR]}: prints all that a question may be answered with, one JSON
 * object a line, as the judge reads it; the training takes them from here.
 */
final class CandidatesCommand {

	int run(Path folder, PrintStream out) {
		var reading = new KnowledgeBaseReader(new Sentences()).read(folder);
		if (!reading.faultless()) {
			throw new IllegalArgumentException(folder + " has mistakes; see the command check");
		}
		LuceneCandidates.of(reading.knowledgeBase())
			.forEach((candidate) -> out.println(JsonMapper.shared().writeValueAsString(account(candidate))));
		return 0;
	}

	private static Map<String, Object> account(Candidate candidate) {
		var account = new LinkedHashMap<String, Object>();
		account.put("id", candidate.id());
		if (candidate instanceof CuratedCandidate curated) {
			account.put("intent", curated.answer().intent());
			var evidence = new LinkedHashSet<String>();
			curated.section()
				.lines()
				.forEach((line) -> line.evidence().stream().map(Statement::id).forEach(evidence::add));
			account.put("evidence", evidence);
		}
		account.put("nations", candidate.nations().stream().sorted().toList());
		account.put("text", candidate.text());
		return account;
	}

}

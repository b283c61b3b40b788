package org.signpost.review;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.signpost.conflicts.Claim;
import org.signpost.conflicts.ClaimNeighbours;
import org.signpost.conflicts.Rarity;
import org.signpost.conflicts.SameClaim;
import org.signpost.knowledge.Statement;
import org.signpost.language.EmbeddingStore;
import org.signpost.review.PairsCommand.Pair;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is weighed of claims beside their neighbours among the statements of all labelled
 * pairs. The statements of each pair stand for two sources.
 */
final class ClaimPairs {

	/** Pairs were written down as text, the rows of tables too. */
	private static final Pattern ROW = Pattern.compile("[^:;.]{2,40}: [^;]+(?:; [^:;.]{2,60}: [^;]+)+");

	private final EmbeddingStore embedding;

	ClaimPairs(EmbeddingStore embedding) {
		this.embedding = embedding;
	}

	int print(List<String> files, PrintStream out) throws IOException {
		var claims = new ArrayList<Claim>();
		var kinds = new HashMap<String, String>();
		for (var file : files) {
			int number = 0;
			for (var row : Files.readAllLines(Path.of(file))) {
				number++;
				var pair = Pair.of(JsonMapper.shared().readTree(row));
				var place = file + ":" + number;
				claims.addAll(Claim.of(placed(pair.a(), place + "a")));
				claims.addAll(Claim.of(placed(pair.b(), place + "b")));
				kinds.put(place, ((pair.older() != null) ? "older: " : "") + pair.kind());
			}
		}
		var rarity = Rarity.of(claims.stream().map(Claim::context).toList());
		for (var pair : ClaimNeighbours.among(claims, rarity, () -> {
		})) {
			var account = account(claims.get(pair.first()), claims.get(pair.second()), rarity, kinds);
			out.println(JsonMapper.shared().writeValueAsString(account));
		}
		return 0;
	}

	private Map<String, Object> account(Claim a, Claim b, Rarity rarity, Map<String, String> kinds) {
		var account = new LinkedHashMap<String, Object>();
		account.put("a", a.statement().id());
		account.put("b", b.statement().id());
		account.put("kind", kind(a, b, kinds));
		account.put("contradict", a.values().contradict(b.values()));
		account.put("features", SameClaim.features(a, b, rarity, this.embedding));
		return account;
	}

	private static @Nullable String kind(Claim a, Claim b, Map<String, String> kinds) {
		var place = place(a);
		return place.equals(place(b)) ? kinds.get(place) : null;
	}

	private static String place(Claim claim) {
		var id = claim.statement().id();
		return id.substring(0, id.length() - 1);
	}

	private static Statement placed(Statement statement, String place) {
		var kind = ROW.matcher(statement.text()).matches() ? Statement.Kind.ROW : Statement.Kind.SENTENCE;
		return new Statement(place, place, kind, statement.text(), statement.lead(), statement.headings(),
				statement.nations(), statement.nationsStated(), statement.asOf(), 1);
	}

}

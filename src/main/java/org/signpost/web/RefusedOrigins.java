package org.signpost.web;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log of every origin that was refused, once, and which setting lets it in. Any
 * client may name any origin, so only the first hundred are told. Safe for many threads.
 */
final class RefusedOrigins {

	private static final Logger logger = LoggerFactory.getLogger(RefusedOrigins.class);

	private static final int MOST = 100;

	private final Set<String> told = ConcurrentHashMap.newKeySet();

	/**
	 * Tells of a refusal.
	 * @param origin scheme, name and port of the page
	 * @param caller whom the page asked under which name
	 */
	void tell(URI origin, Caller caller) {
		var page = origin.toString().replaceFirst("(?<=^https://.{1,300}):443$|(?<=^http://.{1,300}):80$", "");
		if (this.told.size() < MOST && this.told.add(page)) {
			logger.warn("Refused the chat to pages of {}. If they are yours: {}", page, setting(page, origin, caller));
		}
	}

	/**
	 * A page of ours under a name or through a proxy that we do not know, or another's.
	 */
	private static String setting(String page, URI origin, Caller caller) {
		if (!origin.getHost().equals(caller.hostName())) {
			return "--signpost.widget.allowed-origins=" + page;
		}
		var names = "--signpost.web.host-names=" + origin.getHost();
		return origin.getScheme().equals(caller.scheme()) ? names
				: names + " --signpost.web.trusted-proxies=" + caller.peer().getHostAddress();
	}

}

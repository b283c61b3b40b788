package org.signpost.web;

import java.net.InetAddress;

import org.jspecify.annotations.Nullable;
import org.signpost.answering.CurrentKnowledgeBase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/**
 * Ends the log of a start with the address to go to, once somebody who goes there is
 * answered.
 */
final class ReadyAnnouncement {

	private static final Logger logger = LoggerFactory.getLogger("org.signpost.Signpost");

	private final CurrentKnowledgeBase knowledgeBase;

	ReadyAnnouncement(CurrentKnowledgeBase knowledgeBase) {
		this.knowledgeBase = knowledgeBase;
	}

	@EventListener
	void started(ApplicationReadyEvent event) {
		var environment = event.getApplicationContext().getEnvironment();
		var port = environment.getProperty("local.server.port");
		if (port != null) {
			var address = environment.getProperty("server.address", InetAddress.class);
			var scheme = Boolean.parseBoolean(environment.getProperty("server.ssl.enabled",
					String.valueOf(environment.containsProperty("server.ssl.bundle")))) ? "https" : "http";
			this.knowledgeBase.ready().thenRun(() -> logger.info("Ready: {}://{}:{}", scheme, host(address), port));
		}
	}

	private static String host(@Nullable InetAddress address) {
		if (address == null || address.isLoopbackAddress() || address.isAnyLocalAddress()) {
			return "localhost";
		}
		var text = address.getHostAddress();
		return text.contains(":") ? "[" + text + "]" : text;
	}

}

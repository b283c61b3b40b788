package org.signpost.web;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where this server stands in the network.
 *
 * @param hostNames names under which visitors reach this server, without a port
 * @param trustedProxies addresses or ranges ({@code 10.0.0.0/8}) of proxies whose
 * forwarded headers are believed
 */
@ConfigurationProperties("signpost.web")
public record WebProperties(@DefaultValue List<String> hostNames, @DefaultValue List<String> trustedProxies) {

	public WebProperties {
		hostNames = List.copyOf(hostNames);
		trustedProxies = List.copyOf(trustedProxies);
	}

}

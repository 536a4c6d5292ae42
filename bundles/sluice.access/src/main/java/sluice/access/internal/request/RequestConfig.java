package sluice.access.internal.request;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code sluice.access}. */
@ObjectClassDefinition(name = "Sluice access", description = "By which names a browser may call this platform")
@interface RequestConfig {
    /** Names beside 127.0.0.1, localhost and [::1]; `sluice:go-live` adds its host. */
    @AttributeDefinition(name = "Names of this platform beside those of the loopback")
    String[] hosts() default {};
}

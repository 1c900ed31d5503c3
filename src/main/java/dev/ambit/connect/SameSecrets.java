package dev.ambit.connect;

import dev.ambit.model.Credential;
import dev.ambit.model.Facts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials of one run carry the same secret. A secret is known here only by a hash with a
 * random key that is made for the run and never leaves this object, so nobody can try guesses
 * against anything Ambit writes. Chosen: an object for each run and not a field of {@link
 * Credential}, since a hash in a fact would sooner or later stand in an output.
 */
public final class SameSecrets {
  private static final String HASH = "HmacSHA256";

  private final SecretKeySpec key;
  private final Map<String, MutableSortedSet<String>> credentials = new TreeMap<>();

  private SameSecrets(SecretKeySpec key) {
    this.key = key;
  }

  /** A new one, with a key of its own. */
  public static SameSecrets ofThisRun() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return new SameSecrets(new SecretKeySpec(random, HASH));
  }

  /** Remembers that the credential carries the secret; nothing for a reference. */
  public void add(String credential, Secret secret) {
    if (secret.inline()) {
      credentials
          .computeIfAbsent(hash(secret.value()), hash -> SortedSets.mutable.empty())
          .add(credential);
    }
  }

  /** The facts, each credential with the others that carry the same secret. */
  public Facts linked(Facts facts) {
    Map<String, MutableSortedSet<String>> others = new TreeMap<>();
    for (MutableSortedSet<String> same : credentials.values()) {
      for (String id : same) {
        others
            .computeIfAbsent(id, each -> SortedSets.mutable.empty())
            .addAllIterable(same.reject(id::equals));
      }
    }
    return facts.with(
        changed ->
            changed.credentials(
                facts.credentials().collect(each -> linked(each, others.get(each.id())))));
  }

  private static Credential linked(
      Credential credential, @Nullable MutableSortedSet<String> others) {
    if (others == null || others.isEmpty()) {
      return credential;
    }
    ImmutableList<String> ids = Lists.immutable.withAll(others);
    return credential.with(changed -> changed.sameAs(ids));
  }

  private String hash(String secret) {
    try {
      Mac mac = Mac.getInstance(HASH);
      mac.init(key);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HASH, e);
    }
  }
}

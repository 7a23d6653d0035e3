namespace BgpLb.Rehearsal;

/// <summary>Fetches what a lab needs from Debian.</summary>
public static class MissingPrograms
{
    private const string Policy = "/usr/sbin/policy-rc.d";

    /// <summary>Installs the missing packages; the services that come with them stay off.</summary>
    /// <exception cref="RehearsalException">That failed; the message holds what apt said.</exception>
    public static void Install()
    {
        if (Machine.MissingPackages is not { Count: > 0 } packages)
        {
            return;
        }

        if (!Shell.Has("apt-get"))
        {
            throw new RehearsalException("only Debian's packages can be installed, and this machine has no apt-get");
        }

        // The lab starts what it needs, in namespaces of its own.
        var isOurs = !File.Exists(Policy);
        try
        {
            if (isOurs)
            {
                File.WriteAllText(Policy, "#!/bin/sh\nexit 101\n");
                Shell.Do("chmod", "755", Policy);
            }

            Shell.Do("apt-get", "update", "-qq");
            Shell.Do(
                "env",
                [
                    "DEBIAN_FRONTEND=noninteractive",
                    "apt-get",
                    "install",
                    "-y",
                    "-qq",
                    "--no-install-recommends",
                    .. packages,
                ]
            );
        }
        finally
        {
            if (isOurs)
            {
                File.Delete(Policy);
            }
        }
    }
}

namespace BgpLb.Rehearsal;

/// <summary>Fetches what a lab needs from Debian.</summary>
public static class MissingPrograms
{
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

        using var apt = new QuietApt("apt-get");
        apt.Run("update", "-qq");
        apt.Run(["install", "-y", "-qq", "--no-install-recommends", .. packages]);
        if (Shell.Has("systemctl"))
        {
            // Not after the next boot either. Where systemd does not run, nothing would start them.
            string[] services = [.. packages.Select(ServiceOf).OfType<string>()];
            _ = services.Length > 0 ? Shell.Run("", "systemctl", ["disable", "--quiet", .. services]) : null;
        }
    }

    private static string? ServiceOf(string package) =>
        package switch
        {
            "openssh-server" => "ssh",
            "frr" or "gobgpd" => package,
            _ => null,
        };
}

using BgpLb.Design;
using BgpLb.Graph;
using BgpLb.Settings;

namespace BgpLb.Components;

/// <summary>The sessions' password: made here, or known from the stack's secrets.</summary>
public sealed class BgpPassword : ComponentResource
{
    internal BgpPassword(LoadBalancer parent, SessionDesign session, Secret? given)
        : base(parent, "bgplb:index:BgpPassword", "bgp-password")
    {
        var password = session.Password;
        var isGenerated = password.Source == PasswordSource.Generated;
        Purpose = "one password for both ends of every session";
        Inputs = Fields.Of(("source", isGenerated ? "generated" : "external"), ("version", password.Version));
        Value = isGenerated ? Generate(password)["result"] : given ?? new(new Text(""));
    }

    /// <summary>The password, secret or to be known later.</summary>
    internal Value Value { get; }

    private CustomResource Generate(PasswordSettings password) =>
        new(
            this,
            "random:index/randomPassword:RandomPassword",
            "bgp-password",
            Fields.Of(
                ("keepers", Fields.Of(("version", password.Version))),
                ("length", password.Length),
                // Letters and digits only: every dialect and Cilium take them.
                ("special", false)
            ),
            new() { Version = Packages.Random, AdditionalSecretOutputs = ["bcryptHash", "result"] },
            "the generated password"
        );
}

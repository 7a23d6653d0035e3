using BgpLb.Stacks;

namespace BgpLb.Tests.Stacks.Support;

/// <summary>What a run of the command left behind.</summary>
internal sealed record Outcome(int Status, string Output, string Error)
{
    /// <summary>Runs the command in the repository, or in another folder.</summary>
    public static async Task<Outcome> OfAsync(string folder, params IReadOnlyList<string> args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = await Task.FromResult(CommandLine.Run(args, new Surroundings(output, error, folder)));
        return new(status, output.ToString(), error.ToString());
    }

    /// <summary>The output of a run that did what it was asked.</summary>
    public string Done()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, Status);
        return Output;
    }

    /// <summary>The errors of a run that refused what was written, and did nothing else.</summary>
    public string Refused()
    {
        Assert.Equal("", Output);
        Assert.Equal(2, Status);
        return Error;
    }
}

using BgpLb.Engine;
using BgpLb.Policies.Pack.Protocol;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace BgpLb.Policies.Pack;

/// <summary>The calls of <c>pulumirpc.Analyzer</c>, by their paths.</summary>
internal sealed class Calls(Analyzer analyzer, Action end)
{
    private const string Service = "/pulumirpc.Analyzer/";

    /// <exception cref="CallException">It cannot be answered.</exception>
    /// <exception cref="InvalidProtocolBufferException">The request is not what the call takes.</exception>
    public IMessage Answer(string path, byte[] request)
    {
        switch (path)
        {
            case $"{Service}Handshake":
                _ = AnalyzerHandshakeRequest.Parser.ParseFrom(request);
                return new AnalyzerHandshakeResponse();
            case $"{Service}ConfigureStack":
                return analyzer.Configure(AnalyzerStackConfigureRequest.Parser.ParseFrom(request));
            case $"{Service}GetAnalyzerInfo":
                return analyzer.Info();
            case $"{Service}GetPluginInfo":
                return new PluginInfo { Version = PackInfo.Version };
            case $"{Service}Configure":
                analyzer.Configure(ConfigureAnalyzerRequest.Parser.ParseFrom(request));
                return new Empty();
            case $"{Service}Analyze":
                return analyzer.Analyze(AnalyzeRequest.Parser.ParseFrom(request));
            case $"{Service}AnalyzeStack":
                return analyzer.AnalyzeStack(AnalyzeStackRequest.Parser.ParseFrom(request));
            case $"{Service}Cancel":
                end();
                return new Empty();
            default:
                // Remediate among them: no rule changes a resource.
                throw new CallException(GrpcStatus.Unimplemented, $"this policy pack does not know {path}");
        }
    }
}

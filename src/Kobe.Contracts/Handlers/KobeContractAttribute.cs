namespace Kobe.Contracts;

/// <summary>States the contract that a plugin was compiled against. It is read before anything of the plugin
/// runs.</summary>
/// <remarks>
/// Write <c>[assembly: KobeContract(ContractVersion.Current)]</c>: the constant is copied into the plugin when it is
/// compiled.
/// </remarks>
/// <param name="version">The contract's version, <c>major.minor</c>.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class KobeContractAttribute(string version) : Attribute
{
    /// <summary>The contract's version, <c>major.minor</c>.</summary>
    public string Version { get; } = version;
}

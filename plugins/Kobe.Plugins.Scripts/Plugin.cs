using System.Runtime.Versioning;
using Kobe.Contracts;

[assembly: KobeContract(ContractVersion.Current)]

// Signals, file modes and /proc.
[assembly: UnsupportedOSPlatform("windows")]

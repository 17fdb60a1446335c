using Kobe.Contracts;

[assembly: KobeContract(ContractVersion.Current)]

import { describe, expect, it } from 'vitest'
import { type EnumerationName, enumerations } from './enumerations.ts'

/** As the catalogue prints them: 2.9, and the tables 2.1 to 2.4 for the short ones. */
const documented: Readonly<Record<EnumerationName, string>> = {
  ResponseStatus: 'partial, complete',
  AccountStatus: 'enabled, disabled, deleted',
  AccountType:
    'loanAccount, salaryAccount, currencyAccount, savingsAccount, clientAccount, taxDeductionAccount, businessAccount, creditCardAccount, prepaidCardAccount, accountWithoutBalance, otherAccount',
  IdentifierType: 'countryIdentificationCode, nationalIdentityNumber',
  Permission: 'rightToUseAlone, rightToUseWithOther, rightToSeeOnly',
  CreditDebitIndicator: 'credit, debit',
  BalanceType: 'availableBalance, bookedBalance',
  TransactionStatus: 'booked, pending, info',
  CounterPartyType: 'debtor, creditor, ultimateDebtor, ultimateCreditor',
  AddressType: 'residential, business, mailTo, deliveryTo',
  CardType: 'debitCard, creditCard',
  CardStatus: 'active, blocked',
  TransactionReferenceType:
    'accountServicerReference, archiveReference, chequeNumber, endToEndIdentification, instructionIdentification, invoiceNumber, mandateIdentification, messageIdentification, otherReference, paymentInformationIdentification, remittanceReference',
  DomainType: 'accountManagement, cashManagement, foreignExchange, payments, securities, tradeServices, extended',
  FamilyType:
    'additionalMiscellaneousCreditOperations, additionalMiscellaneousDebitOperations, miscellaneousCreditOperations, miscellaneousDebitOperations, openingAndClosing, accountBalancing, cashPooling, notAvailable, customerCardTransactions, counterTransactions, drafts, issuedCashConcentrationTransactions, issuedCreditTransfers, issuedCheques, issuedDirectDebits, lockboxTransactions, merchantCardTransactions, other, receivedCashConcentrationTransactions, receivedCreditTransfers, receivedCheques, receivedDirectDebits, corporateAction, documentaryCollection, standByLetterOfCredit',
  SubFamilyType:
    'valueDate, chargesGeneric, commissions, interestsGeneric, other, accountClosing, notAvailable, sweeping, topping, zeroBalancing, cashWithdrawal, debitCardPayment, crossBorderCashWithdrawal, cashDeposit, debitAdjustmentGeneric, travellersChequesDeposit, settlementAtMaturity, intraCompanyTransfer, corporateOwnAccountTransfer, crossBorderIntraCompanyTransfer, achDebit, achReturn, achTransactionAtxn, automaticTransfer, bankCheque, booked, domesticCreditTransfer, dividend, sepaCreditTransfer, financialInstitutionCreditTransfer, principalPayment, priorityCreditTransfer, reversalDueToPaymentReturn, achTransactionSala, sameDayValueCreditTransfer, standingOrder, taxes, creditTransferWithAgreedCommercialInformation, crossBorderCreditTransfer, cashLetter, cheques, chequesReversal, openCheque, unpaidCheque, crossBorderCheque, sepaCoreDirectDebit, directDebitPayment, reversalDueToPayment, reversalDueToPaymentCancellationRequest, reversalDueToReturnUnpaidDirectDebit, debit, deposit, adjustments, fees, creditCardPayment, pointOfSalePosPayment, creditAdjustment, settlementAfterCollection',
}

describe.each(Object.keys(documented) as EnumerationName[])('%s', (name) => {
  it('is the documented list, without doubles', () => {
    expect(enumerations[name].join(', ')).toBe(documented[name])
    expect(new Set(enumerations[name]).size).toBe(enumerations[name].length)
  })
})

it('has as many values as catalogue 2.2 and 2.4 count', () => {
  const { AccountType, TransactionReferenceType, DomainType, FamilyType, SubFamilyType } = enumerations
  const counts = [AccountType, TransactionReferenceType, DomainType, FamilyType, SubFamilyType].map(
    (list) => list.length,
  )
  expect(counts).toEqual([11, 11, 7, 25, 58])
})
